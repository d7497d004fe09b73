import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DescriptionError } from '../core';
import { generatedMark, indexFile } from './index-page';

/** Where the manifests go: where the cdk8s CLI wants them, or `dist`. */
export function outputFolder(): string {
  return process.env.CDK8S_OUTDIR ?? 'dist';
}

/**
 * Replaces a folder by the given files, as one step: they are written beside
 * it first, so a run that fails or is killed leaves the folder as it was. What
 * killed runs left behind is removed.
 * @throws when the folder holds files that were not written by this function
 */
export function writeTree(outdir: string, files: ReadonlyMap<string, string>): void {
  const folder = realFolder(outdir);
  mkdirSync(dirname(folder), { recursive: true });
  clearLeftovers(folder);
  refuseForeign(folder);
  const next = besides(folder, process.pid);
  try {
    writeFiles(next, files);
    swap(folder, next);
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}

/** The folder itself, where `outdir` is a link to one: the link stays. */
function realFolder(outdir: string): string {
  const path = resolve(outdir);
  if (!lstatSync(path, { throwIfNoEntry: false })) return path;
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return realpathSync(path);
  throw new DescriptionError(`${outdir}: is neither a folder nor a link to one; remove it, or choose another folder`);
}

function refuseForeign(folder: string): void {
  const [first] = entriesOf(folder);
  if (first === undefined) return;
  const index = join(folder, indexFile);
  const stat = lstatSync(index, { throwIfNoEntry: false });
  if (stat?.isFile() && readFileSync(index, 'utf8').startsWith(generatedMark)) return;
  throw new DescriptionError(
    [
      `${folder}: cannot be replaced`,
      `    got       a folder that holds '${first}' and has no ${indexFile} of ours`,
      '    expected  a folder that an earlier run has written, an empty one, or none',
      '    fix       choose another output folder, or delete this one by hand',
    ].join('\n'),
  );
}

function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(folder);
  const made = new Set<string>([folder]);
  for (const [path, text] of files) {
    if (path.split('/').some((step) => step === '' || step === '.' || step === '..') || path.includes('\\')) {
      throw new DescriptionError(
        `'${path}': is no path below the output folder; name environments and components plainly`,
      );
    }
    const file = `${folder}/${path}`;
    const parent = dirname(file);
    if (!made.has(parent)) {
      mkdirSync(parent, { recursive: true });
      made.add(parent);
    }
    writeFileSync(file, text);
  }
}

function swap(folder: string, next: string): void {
  const previous = `${next}-old`;
  const replaces = lstatSync(folder, { throwIfNoEntry: false }) !== undefined;
  if (replaces) renameSync(folder, previous);
  try {
    renameSync(next, folder);
  } catch (error) {
    if (replaces) renameSync(previous, folder);
    throw error;
  }
  rmSync(previous, { recursive: true, force: true });
}

/** Removes what runs left that are no more; one that was killed in mid-swap gets its folder back. */
function clearLeftovers(folder: string): void {
  for (const name of entriesOf(dirname(folder))) {
    const [, pid, old] = leftover.exec(name.slice(`.${basename(folder)}`.length)) ?? [];
    if (pid === undefined || !name.startsWith(`.${basename(folder)}-`) || isRunning(Number(pid))) continue;
    const path = join(dirname(folder), name);
    if (old !== undefined && lstatSync(folder, { throwIfNoEntry: false }) === undefined) renameSync(path, folder);
    else rmSync(path, { recursive: true, force: true });
  }
}

const leftover = /^-(\d+)(-old)?$/;

/** A folder of a run's own, on the same file system, under a name that `.gitignore` knows. */
function besides(folder: string, pid: number): string {
  return join(dirname(folder), `.${basename(folder)}-${pid}`);
}

/** True for another process that lives; one with our own id is an earlier one. */
function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function entriesOf(folder: string): readonly string[] {
  return lstatSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder).sort() : [];
}
