import { Cpu } from '../../core';
import type { Environment } from '../environment';
import { rule } from '../environment-rule';
import type { Mistake, Path } from '../problem';
import { wordsFor } from '../value-words';

type Sizing = Partial<Environment['defaults']['resources']>;

/** The pods of a service may use at least what they are promised. */
export const limitsCoverRequests = rule(['defaults', 'services'], ({ defaults, services }) => [
  ...limitMistakes(defaults.resources, defaults.resources, ['defaults', 'resources']),
  ...Object.entries(services).flatMap(([name, { resources = {} }]) =>
    limitMistakes({ ...defaults.resources, ...resources }, resources, ['services', name, 'resources']),
  ),
]);

/** The same for the database. */
export const postgresLimitCoversRequest = rule(['postgres'], ({ postgres }) =>
  postgres.engine === 'external'
    ? []
    : limitMistakes(postgres.resources, postgres.resources, ['postgres', 'resources']),
);

/** The same for the in-memory store. */
export const redisLimitCoversRequest = rule(['redis'], ({ redis }) =>
  redis.mode === 'external' ? [] : limitMistakes(redis.resources, redis.resources, ['redis', 'resources']),
);

function limitMistakes({ cpu, cpuLimit }: Sizing, own: Sizing, path: Path): readonly Mistake[] {
  if (cpu === undefined || cpuLimit === undefined || Cpu.parse(cpuLimit).millicores >= Cpu.parse(cpu).millicores)
    return [];
  if (own.cpu === undefined && own.cpuLimit === undefined) return [];
  const key = own.cpuLimit === undefined ? 'cpu' : 'cpuLimit';
  return [
    {
      path: [...path, key],
      found: wordsFor(key === 'cpu' ? cpu : cpuLimit),
      expected: key === 'cpu' ? `at most cpuLimit, which is ${cpuLimit}` : `at least cpu, which is ${cpu}`,
      fix: 'raise cpuLimit, or lower cpu',
    },
  ];
}
