/** What no reader of YAML may be given as it is: controls, odd spaces, bidirectional and private signs. */
const unseen = String.raw`[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Z}\ufffe\uffff]`;
const unseenInLine = new RegExp(`(?! )${unseen}`, 'u');
const everyUnseenInLine = new RegExp(unseenInLine, 'gu');
const unseenInBlock = new RegExp(`(?![ \\n\\t])${unseen}`, 'u');

/** Text that opens with, contains or ends in a sign of the language. */
const syntax = /^[ ?:,[\]{}#&*!|>'"%@`]|^-( |$|--)|^\.\.\.|: | #|[ :]$/;

/**
 * What a reader of YAML 1.1 or 1.2 (go-yaml, libyaml, PyYAML, `yaml`) takes for
 * something else than text. Where readers differ, the widest reading counts.
 */
const otherTypes = new RegExp(
  [
    // null, booleans, the merge key and the default key of YAML 1.1
    '~|null|true|false|yes|no|on|off|y|n|<<|=',
    // hexadecimal, octal, binary and decimal numbers, with underscores, fractions and exponents
    String.raw`[-+]?(0x[\da-f_]+|0o?[0-7_]+|0b[01_]+|[\d_]*\.?[\d_]*(e[-+]?[\d_]+)?|\.(inf|nan))`,
    // numbers to base 60, as in 12:30:45
    String.raw`[-+]?\d[\d_]*(:[0-5]?\d)+(\.[\d_]*)?`,
    // dates and times
    String.raw`\d{4}-\d\d?-\d\d?.*`,
  ]
    .map((form) => `^(${form})$`)
    .join('|'),
  'i',
);

/** Most text, which need not be searched for signs: opens like a name or a path, and no colon ends it. */
const word = /^[a-z/](?:[\w./@=+-]|:(?=[\w/]))*$/i;

/**
 * Text on one line: as it is where every reader sees that text, in quotes
 * elsewhere; undefined for half a surrogate pair, which is no text.
 */
export function inlineText(text: string): string | undefined {
  if (word.test(text) && !otherTypes.test(text)) return text;
  if (unseenInLine.test(text)) {
    return /\p{Cs}/u.test(text) ? undefined : JSON.stringify(text).replaceAll(everyUnseenInLine, escaped);
  }
  if (!syntax.test(text) && !otherTypes.test(text)) return text;
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/**
 * Text of several lines as a literal block, which a reviewer reads as the file
 * that it is; undefined for text that a block cannot hold.
 */
export function blockText(text: string, indent: string): string | undefined {
  if (!text.includes('\n') || unseenInBlock.test(text)) return undefined;
  const end = text.slice(text.trimEnd().length);
  // Some readers lose the spaces of blank lines at the end.
  if (end === text || !/^[ \t]*\n*$/.test(end)) return undefined;
  // Readers find the indentation in the first line, unless that one opens with space of its own.
  const indentation = /^\s/.test(text) ? String(2) : '';
  const chomping = text.endsWith('\n\n') ? '+' : text.endsWith('\n') ? '' : '-';
  const lines = text.replace(/\n$/, '').replaceAll(/^(?!$)/gm, indent);
  return `|${indentation}${chomping}\n${lines}`;
}

/** A number as every reader takes it for one: YAML 1.1 wants a point where there is an exponent. */
export function numberText(value: number): string {
  return JSON.stringify(value).replace(/^(-?\d+)e/, '$1.0e');
}

function escaped(sign: string): string {
  const code = (sign.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
}
