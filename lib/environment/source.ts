import type { Document, LineCounter, Node, Pair } from 'yaml';
import { isAlias, isMap, isNode, isPair, isScalar, isSeq } from 'yaml';
import type { Mistake, Path, Problem } from './problem';

/** A line and a column, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One value of a file, as text, between two offsets. */
export interface PlacedScalar {
  readonly path: Path;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A parsed file that still knows where each of its keys and values stands. */
export class Source {
  constructor(
    public readonly file: string,
    public readonly text: string,
    public readonly document: Document.Parsed,
    private readonly lines: LineCounter,
  ) {}

  public startOf(node: Node): Position {
    return this.positionAt(node.range?.[0] ?? 0);
  }

  /** The path to the single value that covers the offset; the root when none does. */
  public pathAt(offset: number): Path {
    return this.scalars().find(({ start, end }) => start <= offset && offset <= end)?.path ?? [];
  }

  public positionAt(offset: number): Position {
    const { line, col } = this.lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  /** Where the value stands, or its key. For something that is missing: the key that it is missing under. */
  public positionOf(path: Path, at: 'key' | 'value' = 'value'): Position {
    let node: unknown = this.document.contents;
    let enclosing = offsetOf(node) ?? 0;
    for (const step of path) {
      const place = this.child(node, step);
      if (place === undefined) return this.positionAt(enclosing);
      enclosing = offsetOf(isPair(place) ? place.key : place) ?? enclosing;
      node = isPair(place) ? place.value : place;
    }
    return this.positionAt(at === 'key' ? enclosing : (offsetOf(node) ?? enclosing));
  }

  /** Every single value with the path to it, in the order of the file. Values behind an alias come once. */
  public scalars(): readonly PlacedScalar[] {
    const found: PlacedScalar[] = [];
    const walk = (node: unknown, path: Path): void => {
      if (isMap(node))
        for (const { key, value } of node.items) walk(value, [...path, isScalar(key) ? String(key.value) : '']);
      else if (isSeq(node)) for (const [index, item] of node.items.entries()) walk(item, [...path, index]);
      else if (isScalar(node) && node.range) {
        const value = node.value as string | number | boolean | null;
        found.push({ path, text: String(value ?? ''), start: node.range[0], end: node.range[1] });
      }
    };
    walk(this.document.contents, []);
    return found;
  }

  /** The mistake with its place. */
  public problem({ at, ...mistake }: Mistake): Problem {
    return { ...mistake, file: this.file, ...this.positionOf(mistake.path, at) };
  }

  private child(node: unknown, step: string | number): Pair | Node | undefined {
    const collection = isAlias(node) ? node.resolve(this.document) : node;
    if (isMap(collection)) {
      return collection.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    }
    return isSeq(collection) ? (collection.items[Number(step)] as Node | undefined) : undefined;
  }
}

function offsetOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
