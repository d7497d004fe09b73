import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvironments } from '../../lib/environment';

const { environments, images } = readEnvironments('environments');
const files = readdirSync('environments').filter((name) => name.endsWith('.yaml'));

test('there is an environment for development, staging and production', () => {
  expect(environments.map(({ name }) => name)).toEqual(['development', 'production', 'staging']);
});

test('what may fail grows from development to production', () => {
  const availability = Object.fromEntries(
    environments.map((environment) => [environment.name, environment.availability]),
  );
  expect(availability).toEqual({ development: 'single', staging: 'hosts', production: 'zones' });
});

test('all images that the platform names are in the catalogue, pinned', () => {
  const named = ['edge', 'frontend', 'backend', 'keycloak', 'postgres', 'postgres-ha', 'redis', 'secret-generator'];
  expect(images.names).toEqual(expect.arrayContaining(named));
  for (const name of images.names)
    expect(images.get(name).reference).toMatch(/^[^/]+\.[^/]+\/.+:[^:@]+@sha256:[0-9a-f]{64}$/);
});

test('both engines of the database run the same major version', () => {
  const major = (name: string): string | undefined => /^\d+/.exec(images.get(name).tag)?.[0];
  expect(major('postgres-ha')).toBe(major('postgres'));
});

describe.each(files)('%s', (name) => {
  const text = readFileSync(join('environments', name), 'utf8');

  test('tells editors which schema completes it', () => {
    const [, schema] = /^# yaml-language-server: \$schema=(\.\/\S+)\n/.exec(text) ?? [];
    expect(readdirSync('environments').map((file) => `./${file}`)).toContain(schema);
    expect(schema).toBe(name === 'images.yaml' ? './images.schema.json' : './environment.schema.json');
  });

  test('is read in a minute', () => {
    expect(text.split('\n').length).toBeLessThanOrEqual(70);
  });
});
