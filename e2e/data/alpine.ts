import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { ImageStandIn } from '../harness/container';
import { mustRun } from '../harness/program';

/**
 * What the Alpine image brings and Debian does not: BusyBox as the shell and as
 * every tool that a script calls. `folder` must live as long as the containers.
 */
export async function alpine(folder: string): Promise<ImageStandIn> {
  const applets = join(folder, 'busybox');
  mkdirSync(applets, { recursive: true });
  const names = (await mustRun(['busybox', '--list'])).trim().split('\n');
  for (const name of names) symlinkSync('/usr/bin/busybox', join(applets, name));
  return { files: { '/busybox': applets }, env: { PATH: '/busybox:/usr/bin' } };
}
