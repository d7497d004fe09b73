import { ApiObject } from 'cdk8s';
import { join } from 'node:path';
import { createPlatform } from '../../charts/platform';
import type { KubernetesObject, Manifest } from '../../lib/contracts';
import { readEnvironments } from '../../lib/environment';
import { parseManifests, render, synthesize } from '../../lib/synthesis';
import { onePassJson } from '../../lib/synthesis/one-pass-json';

const { environments, images } = readEnvironments(join(__dirname, '..', '..', 'environments'));

describe.each(environments.map((environment) => [environment.name, environment] as const))(
  'in %s',
  (name, environment) => {
    const platform = createPlatform(environment, images);

    test('every object is rendered as cdk8s renders it', () => {
      const objects = platform.root.node.findAll().filter((construct) => ApiObject.isApiObject(construct));
      expect(objects.length).toBeGreaterThan(50);
      for (const object of objects) expect(onePassJson(object)).toStrictEqual(object.toJson());
    });

    test('every file reads back as the object that it was written from', () => {
      const files = synthesize([platform], () => undefined);
      const byName = (manifests: readonly Manifest[]): Readonly<Record<string, KubernetesObject>> =>
        Object.fromEntries(
          manifests.map(({ object }) => {
            const { kind, metadata } = object;
            return [`${kind} ${String(metadata.namespace)}/${metadata.name}`, object];
          }),
        );
      expect(byName(parseManifests(name, files))).toEqual(byName(render(platform.root)));
    });
  },
);
