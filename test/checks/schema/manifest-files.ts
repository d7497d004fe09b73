import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import type { KubernetesObject } from '../../../lib/contracts';
import type { Change } from '../table';
import { nameOf, remove, set } from '../table';

/** One thing that is wrong with a good manifest, as the files in `bad/` say it. */
export interface Fault {
  /** JSON pointer to what is set, or taken away. */
  readonly set?: string;
  readonly to?: unknown;
  readonly remove?: string;
  /** Where it must be found; by default there. */
  readonly at?: string;
  /** What the finding must say: a regular expression. */
  readonly expected: string;
}

const good = JSON.stringify(
  sources('manifests').flatMap((text) => parseAllDocuments(text).map((document) => document.toJS() as unknown)),
);

/** Manifests of many kinds that a cluster with Kubernetes 1.27 and the operators takes. */
export function goodManifests(): KubernetesObject[] {
  return JSON.parse(good) as KubernetesObject[];
}

/** The faults of all files: the object's name, what is wrong, and the fault. */
export function faults(): readonly (readonly [string, string, Fault])[] {
  return sources('bad').flatMap((text) =>
    Object.entries(parse(text) as Record<string, Record<string, Fault>>).flatMap(([object, list]) =>
      Object.entries(list).map(([what, fault]) => [object, what, fault] as const),
    ),
  );
}

/** The good manifest of that name, changed (perhaps its name, too). */
export function changedManifest(name: string, change: Change): KubernetesObject {
  const platform = { objects: goodManifests(), intents: { connections: [], promisedSecrets: [], prerequisites: [] } };
  const object = platform.objects.find((candidate) => nameOf(candidate) === name);
  if (!object) throw new Error(`there is no good manifest called ${name}`);
  change(platform);
  return object;
}

/** What a fault does to the manifest of that name. */
export function changeOf(name: string, fault: Fault): Change {
  return fault.remove === undefined ? set(name, fault.set ?? '', fault.to) : remove(name, fault.remove);
}

function sources(folder: string): readonly string[] {
  return readdirSync(join(__dirname, folder)).map((file) => readFileSync(join(__dirname, folder, file), 'utf8'));
}
