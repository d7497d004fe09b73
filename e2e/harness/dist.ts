import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PolicyRule } from 'cdk8s-plus-27/lib/imports/k8s';
import { parseAllDocuments } from 'yaml';
import type { Rendered } from '../../lib/checks/rendered';
import type { KubernetesObject } from '../../lib/contracts';
import type { Certificate } from './authority';
import type { Workload } from './workload';

/** Where synthesis writes; another folder can be named while something is tried out. */
const root = process.env.DRYDOCK_DIST ?? join(__dirname, '../../dist');

/** The kinds that tests read, with the fields that they read. */
export interface Kinds {
  readonly ConfigMap: KubernetesObject & { readonly data: Readonly<Record<string, string>> };
  readonly Certificate: Certificate;
  readonly Deployment: Workload;
  readonly StatefulSet: Workload;
  readonly Job: Workload;
  readonly CronJob: KubernetesObject;
  readonly Service: KubernetesObject & {
    readonly spec: { readonly ports: readonly { readonly name: string; readonly port: number }[] };
  };
  readonly Role: KubernetesObject & { readonly rules: readonly Rendered<PolicyRule>[] };
  readonly Cluster: ClusterManifest;
  readonly Database: KubernetesObject;
}

/** A CloudNativePG Cluster, as far as PostgreSQL reads it. */
export interface ClusterManifest extends KubernetesObject {
  readonly spec: {
    readonly bootstrap: {
      readonly initdb: {
        readonly dataChecksums: boolean;
        readonly encoding: string;
        readonly localeCollate: string;
        readonly localeCType: string;
      };
    };
    readonly certificates: { readonly serverTLSSecret: string };
    readonly postgresql: {
      readonly parameters: Readonly<Record<string, string>>;
      readonly pg_hba: readonly string[];
    };
  };
}

/** What `dist/<environment>` holds, as it lies on disk: the suite never sees the code that wrote it. */
export class Dist {
  constructor(private readonly objects: readonly KubernetesObject[]) {}

  /** Every object of a kind. */
  public all<K extends keyof Kinds>(kind: K): readonly Kinds[K][] {
    return this.objects.filter((object) => object.kind === kind) as Kinds[K][];
  }

  /** @throws when there is no such object, or more than one */
  public get<K extends keyof Kinds>(kind: K, name: string): Kinds[K] {
    const found = this.all(kind).filter(({ metadata }) => metadata.name === name);
    const [object] = found;
    if (object && found.length === 1) return object;
    throw new Error(`${kind} '${name}': found ${found.length} in dist, expected 1`);
  }

  /** The files of a ConfigMap, by name. */
  public configFiles(name: string): Readonly<Record<string, string>> {
    return this.get('ConfigMap', name).data;
  }
}

/** The environments that were synthesized. */
export function environments(): readonly string[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Reads one environment; `component` narrows it to one folder, so that names are unique. */
export function readDist(environment: string, component = ''): Dist {
  const folder = join(root, environment, component);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
  return new Dist(
    files
      .sort()
      .flatMap((file) => parseAllDocuments(readFileSync(join(folder, file), 'utf8')))
      .map((document) => document.toJS() as KubernetesObject),
  );
}
