import { ApiObject } from 'cdk8s';
import { join } from 'node:path';
import { createPlatform } from '../../charts/platform';
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
      const byName = (one: object, other: object): number => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
      const read = parseManifests(name, files).map(({ object }) => object);
      expect([...read].sort(byName)).toEqual(
        render(platform.root)
          .map(({ object }) => object)
          .sort(byName),
      );
    });
  },
);
