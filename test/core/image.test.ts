import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Image } from '../../lib/core';
import { Images } from '../../lib/core';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
const web = { repository: 'registry.example.com:5000/team/web', tag: '1.2.3', digest };

test('a reference has the tag for people and the digest for nodes', () => {
  const image: Image = new Images('images.yaml', { web }).get('web');
  expect(image.reference).toBe(`registry.example.com:5000/team/web:1.2.3@${digest}`);
  expect(String(image)).toBe(image.reference);
  expect({ repository: image.repository, tag: image.tag, digest: image.digest }).toEqual(web);
});

test('fails for a name that is not in the catalogue, and says what is and where to add it', () => {
  const images = new Images('environments/images.yaml', { web, cache: web });
  expect(images.names).toEqual(['web', 'cache']);
  expect(() => images.get('wbe')).toThrow(
    "there is no image 'wbe'; expected one of web, cache; add its repository, tag and digest to environments/images.yaml under 'images'",
  );
  expect(() => images.get('constructor')).toThrow("there is no image 'constructor'");
});

test.each([
  ['repository', 'team/web'],
  ['repository', 'Registry.example.com/team/web'],
  ['repository', 'registry.example.com'],
  ['tag', 'latest'],
  ['tag', ''],
  ['tag', 'a tag'],
  ['digest', 'sha256:0123'],
  ['digest', digest.toUpperCase()],
])('fails for the %s %j', (part, value) => {
  expect(() => new Images('images.yaml', { web: { ...web, [part]: value } })).toThrow(
    `image 'web': the ${part} '${value}' cannot be used`,
  );
});

test('nothing but the catalogue makes images', () => {
  const sources = ['lib', 'charts'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  const makers = sources.filter((file) => file.endsWith('.ts') && readFileSync(file, 'utf8').includes('new Images('));
  expect(makers).toEqual([join('lib', 'environment', 'read-environments.ts')]);
});
