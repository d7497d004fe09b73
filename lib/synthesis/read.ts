import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DescriptionError } from '../core';

/**
 * Every file below a folder as text, by its path, in the order of the paths.
 * Two files give the same text only when they hold the same bytes.
 * @throws for links and other things that are no files, and for files that are no UTF-8
 */
export function readTree(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const visit = (below: string): void => {
    const entries = readdirSync(join(folder, below), { withFileTypes: true });
    entries.sort((one, other) => (one.name < other.name ? -1 : 1));
    for (const entry of entries) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile()) files.set(path, decode(path, readFileSync(join(folder, path))));
      else throw new DescriptionError(`${path}: is neither a file nor a folder; remove it and run: npm run synth`);
    }
  };
  visit('');
  return files;
}

function decode(path: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new DescriptionError(`${path}: holds bytes that are no UTF-8 text; run: npm run synth`);
  }
}
