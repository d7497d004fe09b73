import type { Finding, Rule } from '../rule';
import { specOf } from '../specs';

/** What an operator's pods need to be told, because no template of ours holds it. */
const amounts = ['cpu', 'memory', 'ephemeral-storage'] as const;

/** A database that an operator runs is sized, has a priority, and every role that may log in has a password. */
export const databaseClustersAreComplete: Rule = {
  id: 'database-clusters-are-complete',
  why: 'The operator fills in what is missing: pods without limits, and roles whose password nobody can find out.',
  kinds: ['Cluster'],
  check: (manifest) => {
    const spec = specOf('Cluster', manifest);
    if (!spec) return [];
    const { resources, managed, bootstrap, priorityClassName, imagePullPolicy } = spec;
    const demanded: readonly Finding[] = [
      { at: '/spec/priorityClassName', got: priorityClassName, expected: 'the name of a PriorityClass' },
      { at: '/spec/imagePullPolicy', got: imagePullPolicy, expected: 'Always' },
      ...(['requests', 'limits'] as const).flatMap((list) =>
        amounts.map((amount) => ({
          at: `/spec/resources/${list}/${amount}`,
          got: resources?.[list]?.[amount],
          expected: 'an amount',
        })),
      ),
      ...(managed?.roles ?? []).flatMap(({ login, passwordSecret }, index) =>
        login
          ? [
              {
                at: `/spec/managed/roles/${index}/passwordSecret/name`,
                got: passwordSecret?.name,
                expected: 'a Secret',
              },
            ]
          : [],
      ),
      ...(bootstrap?.initdb?.owner === undefined
        ? []
        : [{ at: '/spec/bootstrap/initdb/secret/name', got: bootstrap.initdb.secret?.name, expected: 'a Secret' }]),
    ];
    return demanded.filter(({ got }) => got === undefined);
  },
};
