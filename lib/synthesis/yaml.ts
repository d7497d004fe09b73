import { DescriptionError } from '../core';
import { blockText, inlineText, numberText } from './yaml-text';

type Entries = Readonly<Record<string, unknown>>;

/** The keys that say what a thing is come first, wherever they stand; the others follow the alphabet. */
const leadingKeys = ['apiVersion', 'kind', 'metadata', 'name', 'namespace', 'labels', 'annotations'];
const rank = new Map(leadingKeys.map((key, index) => [key, index]));

/** Readers give up the search for the end of a key after 1024 characters (YAML 1.2, §7.4.3), quotes included. */
const longestKey = 1000;

/** A value that has no place in YAML; caught where the whole object is known, to say where it stands. */
class Unwritable extends Error {
  constructor(public readonly value: unknown) {
    super('unwritable');
  }
}

/**
 * A Kubernetes object as a YAML document that reads back equal with the
 * readers of YAML 1.1 and 1.2.
 *
 * The order of keys is a function of the keys alone, lines are never folded,
 * and text of several lines stands as it is, so that a change of a
 * configuration file can be reviewed line by line. Undefined fields are left out.
 * @throws for what JSON cannot hold (functions, class instances, NaN, half a surrogate pair) and for keys over 1000 characters
 */
export function toYaml(object: Entries): string {
  // Lines are joined once: a text that grows piece by piece keeps all its pieces in memory.
  const lines: string[] = [];
  try {
    writeEntries(lines, object, '', '');
  } catch (error) {
    if (!(error instanceof Unwritable)) throw error;
    throw new DescriptionError(
      `${pointerTo(object, error.value) ?? '/'}: a manifest cannot hold ${describe(error.value)}; ` +
        'expected text, a finite number, true, false, null, a list or a plain object',
    );
  }
  return lines.length === 0 ? '{}\n' : `${lines.join('\n')}\n`;
}

/** `lead` stands before the first entry, the indentation before all others. */
function writeEntries(lines: string[], object: Entries, indent: string, lead: string): void {
  let before = lead;
  for (const key of orderedKeys(object)) {
    const name = key.length > longestKey ? undefined : inlineText(key);
    if (name === undefined) throw new Unwritable(key);
    writeValue(lines, `${before}${name}:`, object[key], indent);
    before = indent;
  }
}

/** `head` is the line so far: it ends in `key:`, after which a list or map opens on a new line, or in `-`, where it opens at once. */
function writeValue(lines: string[], head: string, value: unknown, indent: string): void {
  const inline = scalarText(value, indent);
  if (inline !== undefined) {
    lines.push(`${head} ${inline}`);
    return;
  }
  const deeper = `${indent}  `;
  let before = `${head} `;
  if (head.endsWith(':')) {
    lines.push(head);
    before = deeper;
  }
  if (!Array.isArray(value)) {
    writeEntries(lines, value as Entries, deeper, before);
    return;
  }
  for (const item of value as readonly unknown[]) {
    writeValue(lines, `${before}-`, item, deeper);
    before = deeper;
  }
}

/** What needs no lines of its own; undefined for a list or map with something in it. */
function scalarText(value: unknown, indent: string): string | undefined {
  if (typeof value === 'string') {
    const text = blockText(value, `${indent}  `) ?? inlineText(value);
    if (text !== undefined) return text;
  } else if (typeof value === 'number' && Number.isFinite(value)) {
    return numberText(value);
  } else if (typeof value === 'boolean' || value === null) {
    return String(value);
  } else if (Array.isArray(value)) {
    return value.length === 0 ? '[]' : undefined;
  } else if (isMap(value)) {
    return Object.values(value).every((entry) => entry === undefined) ? '{}' : undefined;
  }
  throw new Unwritable(value);
}

function isMap(value: unknown): value is Entries {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function orderedKeys(object: Entries): readonly string[] {
  const keys: string[] = [];
  for (const key of Object.keys(object)) {
    if (object[key] === undefined) continue;
    // Most maps have a handful of keys, of which most come in order: a general sort costs twice as much.
    let at = keys.length;
    for (let previous = keys[at - 1]; previous !== undefined && precedes(key, previous); previous = keys[at - 1]) {
      keys[at--] = previous;
    }
    keys[at] = key;
  }
  return keys;
}

function precedes(one: string, other: string): boolean {
  const first = rank.get(one) ?? leadingKeys.length;
  const second = rank.get(other) ?? leadingKeys.length;
  return first === second ? one < other : first < second;
}

/** The JSON pointer to a value, or to the map that has it as a key. */
function pointerTo(root: unknown, culprit: unknown): string | undefined {
  if (Object.is(root, culprit)) return '';
  if (typeof root !== 'object' || root === null) return undefined;
  for (const [key, value] of Object.entries(root)) {
    const below = key === culprit ? '' : pointerTo(value, culprit);
    if (below !== undefined) return `/${key.replaceAll('~', '~0').replaceAll('/', '~1').slice(0, 80)}${below}`;
  }
  return undefined;
}

function describe(value: unknown): string {
  switch (typeof value) {
    case 'object':
      return `an instance of ${value?.constructor.name ?? 'nothing'}`;
    case 'string':
      return value.length > longestKey ? 'a key of more than 1000 characters' : 'half a surrogate pair';
    default:
      return String(value);
  }
}
