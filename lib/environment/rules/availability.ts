import { rule } from '../environment-rule';
import type { Mistake } from '../problem';
import { wordsFor } from '../value-words';

/** A zone can only fail unnoticed where there is another. */
export const zonesForAvailability = rule(['availability', 'cluster'], ({ availability, cluster }) =>
  availability === 'zones' && cluster.zones < 2
    ? [
        {
          path: ['cluster', 'zones'],
          found: String(cluster.zones),
          expected: 'at least 2, because availability is zones',
          fix: 'say availability: hosts, or use a cluster with nodes in several zones',
        },
      ]
    : [],
);

/** A volume belongs to one zone, so data that survives a zone lies in several. */
export const storesForAvailability = rule(
  ['availability', 'postgres', 'redis'],
  ({ availability, postgres, redis }) => {
    const mistakes: Mistake[] = [];
    if (availability !== 'zones') return mistakes;
    if (postgres.engine === 'statefulset') {
      mistakes.push({
        path: ['postgres', 'engine'],
        found: wordsFor(postgres.engine),
        expected: 'cloudnativepg or external, because availability is zones and one volume lies in one zone',
        fix: 'use cloudnativepg, or say availability: hosts',
      });
    }
    if (redis.mode === 'standalone') {
      mistakes.push({
        path: ['redis', 'mode'],
        found: wordsFor(redis.mode),
        expected: 'sentinel or external, because availability is zones and one volume lies in one zone',
        fix: 'use sentinel, or say availability: hosts',
      });
    }
    return mistakes;
  },
);

/** Secrets that nobody keeps are for data that nobody would miss. */
export const generatedSecretsForSingle = rule(['availability', 'secrets'], ({ availability, secrets }) =>
  secrets.provider === 'generated' && availability !== 'single'
    ? [
        {
          path: ['secrets', 'provider'],
          found: wordsFor(secrets.provider),
          expected: `external-secrets or existing, because availability is ${availability}`,
          fix: 'keep the secrets in a store: a cluster that is lost takes generated ones with it',
        },
      ]
    : [],
);
