import type { ErrorCode, YAMLError } from 'yaml';
import type { Problem } from './problem';
import type { Source } from './source';

interface Words {
  /** @default - what the parser says */
  readonly found?: string;
  readonly expected: string;
  readonly fix: string;
}

/** What the parser's codes mean to somebody who edits a file of keys and values. */
const words: Partial<Record<ErrorCode, Words>> = {
  TAB_AS_INDENT: { found: 'a tab', expected: 'spaces', fix: 'indent with two spaces' },
  DUPLICATE_KEY: {
    found: 'a key that was there before',
    expected: 'each key once',
    fix: 'keep one of the two and delete the other',
  },
  NON_STRING_KEY: {
    found: 'a key that is no text',
    expected: 'a name',
    fix: 'write the key as a name, or put it in quotes',
  },
  TAG_RESOLVE_FAILED: { expected: 'a plain value', fix: "remove the tag; put a text that starts with '!' in quotes" },
  BAD_DIRECTIVE: { expected: 'no directive', fix: "remove the line; put a text that starts with '%' in quotes" },
  BAD_DQ_ESCAPE: { expected: 'an escape that JSON knows', fix: 'use single quotes, in which nothing is escaped' },
  BAD_SCALAR_START: { expected: 'a value', fix: 'put the value in quotes' },
  BLOCK_AS_IMPLICIT_KEY: {
    found: 'a second key in the line',
    expected: "one key, or a value in quotes if it holds ': '",
    fix: 'put the value in quotes, or start a new line and indent it further',
  },
  MULTILINE_IMPLICIT_KEY: {
    found: "a line without ':'",
    expected: "'key: value'",
    fix: "add the ':' and a value, or indent the line as part of the value above",
  },
  MISSING_CHAR: { expected: 'a complete value', fix: 'add the missing character' },
  BAD_INDENT: {
    expected: 'the same indentation within a level, and every bracket closed',
    fix: 'align the lines, close the bracket',
  },
};

const otherwise: Words = { expected: "lines of 'key: value'", fix: 'correct the line; what follows it may be right' };

/** A syntax error in the words of an editor of the file. Never quotes the file: it might be a secret. */
export function syntaxProblem(source: Source, { code, message, pos }: YAMLError): Problem {
  const { found, expected, fix } = words[code] ?? otherwise;
  return {
    file: source.file,
    path: [],
    found: found ?? asFinding(message),
    expected,
    fix,
    ...source.positionAt(pos[0]),
  };
}

function asFinding(message: string): string {
  const [head = message] = message.split(/: "| token in YAML/);
  return head.charAt(0).toLowerCase() + head.slice(1);
}
