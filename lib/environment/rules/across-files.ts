import type { Environment } from '../environment';
import type { Section } from '../environment-rule';
import type { Path, Problem } from '../problem';
import { printPath } from '../problem';
import type { UnderstoodFile } from '../understood-file';
import { wordsFor } from '../value-words';

/** An environment as far as it is valid. */
export interface PlacedEnvironment {
  readonly file: UnderstoodFile;
  readonly environment: Environment;
  readonly isValid: (section: Section) => boolean;
}

/** Something that no two environments may have in common. */
interface Distinction {
  readonly reads: readonly Section[];
  readonly path: Path;
  /** Equal for two environments that are in each other's way; undefined for one that never is. */
  readonly keyOf: (environment: Environment) => readonly string[] | undefined;
  readonly show: (environment: Environment) => string;
  readonly expected: string;
  readonly fix: string;
}

const distinctions: readonly Distinction[] = [
  {
    reads: ['domain'],
    path: ['domain'],
    keyOf: ({ domain }) => [domain],
    show: ({ domain }) => domain,
    expected: 'a domain of its own',
    fix: 'give one of them another domain, for example a sub-domain',
  },
  {
    reads: ['secrets'],
    path: ['secrets', 'path'],
    keyOf: ({ secrets }) =>
      secrets.provider === 'external-secrets' ? [secrets.store.kind, secrets.store.name, secrets.path] : undefined,
    show: ({ secrets }) => (secrets.provider === 'external-secrets' ? secrets.path : secrets.provider),
    expected: 'a path of its own in the store: whoever may read one environment could read the other',
    fix: 'copy the secrets to another path, with new values',
  },
  {
    reads: ['namespacePrefix', 'cluster'],
    path: ['namespacePrefix'],
    keyOf: ({ namespacePrefix, cluster }) => [namespacePrefix, cluster.region, ...[...cluster.apiServer.cidrs].sort()],
    show: ({ namespacePrefix }) => namespacePrefix,
    expected: 'a prefix of its own: by region and API server both are in one cluster, and would overwrite each other',
    fix: 'give one of them another prefix, as in shop-staging',
  },
];

/** What is wrong with the environments only because there are several. */
export function problemsAcross(environments: readonly PlacedEnvironment[]): readonly Problem[] {
  return distinctions.flatMap(({ reads, path, keyOf, show, expected, fix }) => {
    const first = new Map<string, UnderstoodFile>();
    return environments.flatMap(({ file, environment, isValid }) => {
      const key = reads.every(isValid) ? keyOf(environment)?.join('\n') : undefined;
      if (key === undefined) return [];
      const other = first.get(key);
      if (!other) {
        first.set(key, file);
        return [];
      }
      const { line } = other.source.positionOf(path);
      const found = `${wordsFor(show(environment))}, which ${other.source.file}:${line} has as its ${printPath(path)} too`;
      return [file.problemOf({ path, found, expected, fix })];
    });
  });
}
