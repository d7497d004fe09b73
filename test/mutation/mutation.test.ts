import { join } from 'node:path';
import { createPlatform } from '../../charts/platform';
import { judge } from '../../lib/checks';
import type { Intents, Manifest } from '../../lib/contracts';
import { readEnvironments } from '../../lib/environment';
import { parseManifests, readTree } from '../../lib/synthesis';
import type { Mutation } from './mutations';
import { familyNames, mutationsOf } from './mutations';

const project = join(__dirname, '..', '..');
/** The share of mutations that a rule must notice. */
const leastKilled = 0.95;

interface Outcome {
  readonly manifest: Manifest;
  readonly mutation: Mutation;
  /** The rules that noticed. */
  readonly killedBy: readonly string[];
}

const { environments, images } = readEnvironments(join(project, 'environments'));
const tree = readTree(join(project, 'dist'));

/** Takes every single thing away, one at a time, and lets the rules judge what is left. */
function outcomesOf(manifests: readonly Manifest[], intents: Intents): readonly Outcome[] {
  return manifests.flatMap((manifest, index) =>
    [...mutationsOf(manifest.object)].map((mutation) => {
      const mutated = manifests.with(index, { ...manifest, object: mutation.mutated });
      const rules = judge(mutated, intents).findings.map(({ rule }) => rule.id);
      return { manifest, mutation, killedBy: [...new Set(rules)] };
    }),
  );
}

/** NaN, which is no share, when there is nothing to kill: a family that has died out fails the test. */
function shareKilled(outcomes: readonly Outcome[]): number {
  return outcomes.filter(({ killedBy }) => killedBy.length > 0).length / outcomes.length;
}

describe.each(environments.map((environment) => [environment.name, environment] as const))(
  'what lies in dist/%s',
  (name, environment) => {
    const manifests = parseManifests(name, tree);
    const { intents } = createPlatform(environment, images);
    const outcomes = outcomesOf(manifests, intents);
    const survivors = outcomes
      .filter(({ killedBy }) => killedBy.length === 0)
      .map(({ manifest, mutation }) => `${manifest.origin} ${mutation.at} (${mutation.family})`);

    test('is judged without a finding as it is', () => {
      expect(judge(manifests, intents).findings).toEqual([]);
    });

    test('loses next to nothing unnoticed', () => {
      expect(shareKilled(outcomes)).toBeGreaterThanOrEqual(leastKilled);
    });

    // What a program's script or its image's defaults read stands in no manifest: some mounts can only be listed.
    test.each(familyNames.filter((family) => family !== 'mount'))(
      'loses no %s unnoticed, but for the survivors that are listed',
      (family) => {
        expect(shareKilled(outcomes.filter(({ mutation }) => mutation.family === family))).toBeGreaterThanOrEqual(
          leastKilled,
        );
      },
    );

    test('has no other survivors than these', () => {
      expect(survivors).toMatchSnapshot();
    });
  },
);
