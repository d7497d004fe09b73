import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { definitionsFolder, generateClasses, schemaFiles, unlistedDefinitions } from '../scripts/generated-imports';

const generateSeconds = 60;

describe('imports/ is what npm run import writes', () => {
  test.each(Object.entries(schemaFiles()))('%s', (file, text) => {
    const stored = textOf('imports', file).split('\n');
    const derived = text.split('\n');
    expect(derived.filter((line, index) => line !== stored[index])).toEqual([]);
    expect(stored).toHaveLength(derived.length);
  });

  test(
    'the classes of the custom resources',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'imports-'));
      try {
        generateClasses(folder);
        const classes = readdirSync('imports').filter((file) => file.endsWith('.ts'));
        expect(readdirSync(folder)).toEqual(classes);
        expect(classes.filter((file) => textOf('imports', file) !== textOf(folder, file))).toEqual([]);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    generateSeconds * 1000,
  );

  test('one file of classes for each file of definitions, and cdk8s.yaml lists them', () => {
    const groups = (folder: string, ending: string): string[] =>
      readdirSync(folder)
        .filter((file) => file.endsWith(ending))
        .map((file) => file.slice(0, -ending.length));
    expect(groups('imports', '.ts')).toEqual(groups(definitionsFolder, '.yaml'));
    expect(unlistedDefinitions()).toEqual([]);
  });
});

function textOf(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}
