import type { Manifest } from '../contracts';
import { syncWaveAnnotation } from '../core';
import { pointer } from './json-pointer';

const hookAnnotation = 'argocd.argoproj.io/hook';
const phases = ['PreSync', 'Sync', 'PostSync', 'SyncFail', 'PreDelete', 'PostDelete'];

/** When Argo CD applies an object: first by phase, then by wave. */
export interface SyncPosition {
  readonly phase: string;
  readonly wave: number;
}

const known = new WeakMap<Manifest, SyncPosition>();

/** The hook phases of an object; empty for an ordinary one. */
export function hooksOf({ object }: Manifest): readonly string[] {
  const value = object.metadata.annotations?.[hookAnnotation];
  return value === undefined ? [] : value.split(',').map((hook) => hook.trim());
}

/** Argo CD treats a wave that is no integer as 0, and so does this. */
export function syncPositionOf(manifest: Manifest): SyncPosition {
  const remembered = known.get(manifest);
  if (remembered) return remembered;
  const wave = Number(manifest.object.metadata.annotations?.[syncWaveAnnotation] ?? 0);
  const [hook = 'Sync'] = hooksOf(manifest);
  const position = { phase: hook, wave: Number.isInteger(wave) ? wave : 0 };
  known.set(manifest, position);
  return position;
}

/** Negative when `a` is applied before `b`, zero when together. */
export function compareSync(a: SyncPosition, b: SyncPosition): number {
  return phases.indexOf(a.phase) - phases.indexOf(b.phase) || a.wave - b.wave;
}

/** A position in a reader's words. */
export function describeSync({ phase, wave }: SyncPosition): string {
  return `${phase === 'Sync' ? '' : `${phase}, `}wave ${wave}`;
}

/** The options by which an object changes how Argo CD treats it: `Prune=false` … */
export function syncOptionsOf({ object }: Manifest): readonly string[] {
  const value = object.metadata.annotations?.['argocd.argoproj.io/sync-options'] ?? '';
  return value.split(',').map((option) => option.trim());
}

/** JSON pointer to the annotation that holds the wave. */
export const syncWaveAt = pointer('metadata', 'annotations', syncWaveAnnotation);
