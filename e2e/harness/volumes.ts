import { chownSync, mkdirSync, renameSync, symlinkSync, writeFileSync, existsSync, chmodSync } from 'node:fs';
import { join } from 'node:path';

/** Files by name. */
export type Files = Readonly<Record<string, string>>;

let versions = 0;

/**
 * Writes the files of a ConfigMap or Secret volume as the kubelet does: in a
 * directory of their own behind the link `..data`, so a new version replaces
 * the old one at once. They belong to root and the pod's group.
 */
export function writeFilesVolume(folder: string, files: Files, mode: number, group: number): void {
  mkdirSync(folder, { recursive: true });
  chownSync(folder, 0, group);
  versions += 1;
  const version = `..version-${versions}`;
  mkdirSync(join(folder, version));
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, version, name);
    writeFileSync(file, content);
    chownSync(file, 0, group);
    chmodSync(file, mode);
    if (!existsSync(join(folder, name))) symlinkSync(join('..data', name), join(folder, name));
  }
  symlinkSync(version, join(folder, '..data.new'));
  renameSync(join(folder, '..data.new'), join(folder, '..data'));
}

/** Makes the directory behind a claim, once: it outlives pods. Group-writable, as the kubelet makes it by `fsGroup`. */
export function makeClaim(folder: string, group: number): void {
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true });
  chownSync(folder, 0, group);
  chmodSync(folder, 0o2775);
}

/** Bytes of a quantity as the API server writes it. */
export function bytesOf(quantity: string): number {
  const [, digits = '', suffix = ''] = /^(\d+)(Ki|Mi|Gi|Ti|)$/.exec(quantity) ?? [];
  if (digits === '') throw new Error(`'${quantity}' is no quantity of bytes`);
  return Number(digits) * 1024 ** ['', 'Ki', 'Mi', 'Gi', 'Ti'].indexOf(suffix);
}
