import { writeFileSync } from 'node:fs';
import { readTree } from '../lib/synthesis';

/** Packs a written tree for `floor.cjs`: all texts in one file, and the path and length of each in another. */
export function packTree(folder: string, bundle: string): void {
  const texts = [...readTree(folder)].map(([path, text]) => [path, Buffer.from(text)] as const);
  writeFileSync(`${bundle}.text`, Buffer.concat(texts.map(([, bytes]) => bytes)));
  writeFileSync(`${bundle}.json`, JSON.stringify(texts.map(([path, { length }]) => [path, length])));
}
