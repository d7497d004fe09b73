import { readFileSync } from 'node:fs';
import type { Problem } from './problem';

/** Larger than any description that people still read; stops a mistaken file before it is parsed. */
const mostBytes = 64 * 1024;

/** A file's text and what is wrong with the way it is written down. */
export interface ReadText {
  /** Undefined when there is nothing to go on with. */
  readonly text: string | undefined;
  readonly problems: readonly Problem[];
}

/** Reads a file as UTF-8. Never throws: what cannot be read is a problem. */
export function readText(file: string): ReadText {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return { text: undefined, problems: [unreadable(file, error)] };
  }
  return decode(file, bytes);
}

/** The text behind the bytes of a file. */
export function decode(file: string, bytes: Uint8Array): ReadText {
  const atStart = { file, line: 1, column: 1, path: [] };
  if (bytes.length > mostBytes) {
    return {
      text: undefined,
      problems: [
        {
          ...atStart,
          found: `${bytes.length} bytes`,
          expected: `at most ${mostBytes}`,
          fix: 'keep only what differs between environments',
        },
      ],
    };
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { text: undefined, problems: [notUtf8(file, bytes)] };
  }
  if (!text.startsWith('\ufeff')) return { text, problems: [] };
  const mark = { found: 'a byte order mark', expected: 'plain UTF-8', fix: 'save the file as UTF-8 without BOM' };
  return { text: text.slice(1), problems: [{ ...atStart, ...mark }] };
}

/** The problem of a file or folder that the system does not hand out. */
export function unreadable(file: string, error: unknown): Problem {
  const code =
    typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'an unknown reason';
  return {
    file,
    line: 1,
    column: 1,
    path: [],
    found: `that it cannot be read (${code})`,
    expected: reasons[code]?.expected ?? 'something that can be read',
    fix: reasons[code]?.fix ?? 'look at what the system says about it',
  };
}

const reasons: Readonly<Record<string, { readonly expected: string; readonly fix: string }>> = {
  ENOENT: { expected: 'that it exists', fix: 'create it, or start from the folder of the project' },
  ENOTDIR: { expected: 'a folder', fix: 'name the folder that holds the environment files' },
  EISDIR: { expected: 'a file', fix: 'rename the folder, or put a file in its place' },
  EACCES: { expected: 'the right to read it', fix: 'change its permissions' },
};

/** Points at the first byte that is no (complete) character in UTF-8, so that the reader finds it in an editor. */
function notUtf8(file: string, bytes: Uint8Array): Problem {
  // A streaming decoder keeps an unfinished character back and throws only at a byte that cannot be right.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let good = '';
  try {
    for (let offset = 0; offset < bytes.length; offset++) {
      good += decoder.decode(bytes.subarray(offset, offset + 1), { stream: true });
    }
  } catch {
    // What was good so far says where it is.
  }
  const first = bytes[new TextEncoder().encode(good).length] ?? 0;
  const lines = good.split('\n');
  return {
    file,
    line: lines.length,
    column: (lines.at(-1)?.length ?? 0) + 1,
    path: [],
    found: `the byte 0x${first.toString(16)}`,
    expected: 'UTF-8',
    fix: 'save the file as UTF-8',
  };
}
