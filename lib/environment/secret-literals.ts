import type { Source } from './source';

/** A place in a file that looks like a secret's value. */
export interface SecretLiteral {
  readonly what: string;
  /** The value itself, for keeping it out of every message. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const randomKey = 'a random key';

/** Forms that give a secret away wherever they stand, comments included. */
const forms: readonly (readonly [string, RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/g],
  ['a password in a URL', /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/:@'"]{0,200}:(?!\$[({])[^\s/@'"]{1,200}@/gi],
  ['an AWS access key', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g],
  ['a GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{22,})/g],
  ['a GitLab token', /\bglpat-[\w-]{20,}/g],
  ['a Slack token', /\bxox[abeoprs]-[A-Za-z0-9-]{10,}|\bhooks\.slack\.com\/services\/[A-Z]\w+\/[A-Z]\w+\/\w+/g],
  ['a Google API key', /\bAIza[\w-]{35}/g],
  ['a Stripe key', /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}/g],
  ['a Vault token', /\bhv[bsr]\.[\w-]{20,}/g],
  ['an npm token', /\bnpm_[A-Za-z0-9]{36}\b/g],
  ['an age key', /\bAGE-SECRET-KEY-1[0-9A-Z]{20,}/g],
  ['a signed token (JWT)', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]+/g],
  ['an Azure account key', /\bAccountKey=[A-Za-z0-9+/=]{40,}/g],
  // 40 digits are a Git commit; a digest says which hash it is.
  [randomKey, /(?<!\bsha(?:256|384|512)[:-])\b(?![0-9a-f]{40}\b)[0-9a-f]{32,}\b/gi],
];

/** Every value of a file that looks like a secret, in the order of the file. */
export function secretLiterals(source: Source): readonly SecretLiteral[] {
  const inText = matches(source.text);
  const inValues = source.scalars().flatMap(({ path, text, start, end }) => {
    // Escapes and line folding can hide in the text what the value shows.
    const hidden = inText.some((found) => found.start >= start && found.end <= end) ? [] : matches(text);
    const what = hidden[0]?.what ?? suspicion(String(path.at(-1) ?? ''), text);
    return what === undefined ? [] : [{ what, text, start, end }];
  });
  return [...inText, ...inValues].sort((a, b) => a.start - b.start);
}

function matches(text: string): readonly SecretLiteral[] {
  const found: SecretLiteral[] = [];
  for (const [what, form] of forms) {
    for (const match of text.matchAll(form)) {
      // A run of zeros has the form of a key, but nothing to keep secret.
      if (what === randomKey && entropy(match[0]) < 2.5) continue;
      const end = match.index + match[0].length;
      // The first form that matches names it; later ones are more general.
      if (!found.some((other) => other.start < end && match.index < other.end)) {
        found.push({ what, text: match[0], start: match.index, end });
      }
    }
  }
  return found;
}

/** What a value is suspected of because of the name beside it, or by itself. */
function suspicion(name: string, value: string): string | undefined {
  if (value === '' || /^(?:true|false)$/i.test(value) || value.startsWith('/')) return undefined;
  const parts = name.split(/[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])/).map((part) => part.toLowerCase());
  // In an annotation's name, which has a domain, 'auth-secret' says which Secret; elsewhere it says the secret.
  if (!name.includes('/') && !namesAnObject.has(name) && saysSecret(parts)) return `a literal value of '${name}'`;
  if (parts.some((part) => suspicious.has(part)) && looksRandom(value, 10, 3)) return `a random value of '${name}'`;
  return looksRandom(value, 32, 4.2) && /[a-z]/.test(value) && /[A-Z]/.test(value) ? randomKey : undefined;
}

/** Our own keys that hold the name of a Secret. */
const namesAnObject: ReadonlySet<string> = new Set(['caSecret']);

const secretWords: ReadonlySet<string> = new Set(
  'password passwd passphrase pwd pass secret token credential credentials apikey'.split(' '),
);
const keyWords: ReadonlySet<string> = new Set(
  'api private access secret encryption signing master account client'.split(' '),
);
const suspicious: ReadonlySet<string> = new Set([...secretWords, ...keyWords, 'auth', 'key']);

function saysSecret(parts: readonly string[]): boolean {
  const [before = '', last = ''] = parts.slice(-2);
  return parts.length === 1
    ? secretWords.has(before)
    : secretWords.has(last) || (last === 'key' && keyWords.has(before));
}

/** Letters and digits mixed without words in them; bits of information per character as in Shannon's measure. */
function looksRandom(value: string, shortest: number, bits: number): boolean {
  if (value.length < shortest || /\s|:\/\//.test(value) || !/[0-9]/.test(value) || !/[A-Za-z]/.test(value))
    return false;
  const words = value
    .split(/[-_.:/,=]/)
    .every((part) => /^(?:[A-Za-z]{0,12}|[a-z]{1,12}[0-9]{1,2}|[0-9]{1,4})$/.test(part));
  return !words && entropy(value) >= bits;
}

function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}
