import type { Bytes } from '../core';

/** Lines of an NGINX configuration, without indentation. */
export type Lines = readonly string[];

/** A block: its head, and its content one step further in. */
export function block(head: string, ...content: readonly Lines[]): Lines {
  return [`${head} {`, ...trimmed(content.flat()).map((line) => (line === '' ? '' : `    ${line}`)), '}'];
}

/** A part of a file: an empty line, what it is about, and its lines. A part without lines is left out. */
export function part(title: string, ...content: readonly Lines[]): Lines {
  const lines = content.flat();
  return lines.length === 0 ? [] : ['', ...comment(title), ...lines];
}

/** Remarks for whoever reads the file in the cluster: one line of comment for each line. */
export function comment(text: string): Lines {
  return text.split('\n').map((line) => `# ${line}`);
}

/** The text of a file. */
export function fileOf(...content: readonly Lines[]): string {
  return `${trimmed(content.flat()).join('\n')}\n`;
}

/** A size as NGINX writes it: in whole mebibytes or kibibytes where that is exact. */
export function sizeOf({ value }: Bytes): string {
  if (value % 2 ** 20 === 0) return `${value / 2 ** 20}m`;
  return value % 2 ** 10 === 0 ? `${value / 2 ** 10}k` : String(value);
}

/** Without the empty lines at the beginning, which set parts off from one another. */
function trimmed(lines: Lines): Lines {
  return lines.slice(lines.findIndex((line) => line !== ''));
}
