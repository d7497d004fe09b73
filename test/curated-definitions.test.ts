import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { definitionsFolder } from '../scripts/generated-imports';

/** A structural schema, ours or a published one. */
interface Structure {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Structure>>;
  readonly required?: readonly string[];
  readonly items?: Structure;
  readonly additionalProperties?: boolean | Structure;
  readonly enum?: readonly unknown[];
  readonly 'x-kubernetes-int-or-string'?: boolean;
}
interface Definition {
  readonly spec: {
    readonly group: string;
    readonly names: { readonly kind: string; readonly singular: string };
    readonly versions: readonly { readonly name: string; readonly schema: { readonly openAPIV3Schema: Structure } }[];
  };
}

/** The published definitions, as JSON Schema by group; they are no part of the project. */
const publishedFolder = join('..', 'shared', 'crd-schemas');
const published = existsSync(publishedFolder);
if (!published) {
  process.emitWarning(
    `${publishedFolder} is not there, so the curated definitions are compared with test/published-facts.yaml only`,
  );
}

const curated = new Map<string, Structure>(
  readdirSync(definitionsFolder)
    .flatMap((file) => parseAllDocuments(readFileSync(join(definitionsFolder, file), 'utf8')))
    .flatMap((document) => {
      const { spec } = document.toJS() as Definition;
      return spec.versions.map(
        ({ name, schema }) => [`${spec.group}/${spec.names.singular}_${name}`, schema.openAPIV3Schema] as const,
      );
    }),
);
const facts = parse(readFileSync(join(__dirname, 'published-facts.yaml'), 'utf8')) as Record<
  string,
  Record<string, string>
>;

test('every curated definition has facts to be held against', () => {
  expect(Object.keys(facts).sort()).toEqual([...curated.keys()].sort());
});

describe.each(Object.entries(facts))('%s', (name, list) => {
  const structure = curated.get(name) ?? {};

  test('agrees with the facts', () => {
    expect(factsOf(structure, Object.keys(list))).toEqual(list);
  });

  test('describes every object that it has', () => {
    expect(openObjects(structure, '')).toEqual([]);
  });

  if (published) {
    const original = JSON.parse(readFileSync(join(publishedFolder, `${name}.json`), 'utf8')) as Structure;

    test('has only what the published definition has, and requires the same', () => {
      expect(differences(structure, original, '')).toEqual([]);
    });

    test('the facts are facts of the published definition', () => {
      expect(factsOf(original, Object.keys(list))).toEqual(list);
    });
  }
});

function typeOf(structure: Structure | undefined): string {
  return structure?.['x-kubernetes-int-or-string'] === true ? 'integer or string' : (structure?.type ?? 'nothing');
}

function factsOf(structure: Structure, paths: readonly string[]): Record<string, string> {
  return Object.fromEntries(paths.map((path) => [path, factAt(structure, path.split('/'))]));
}

function factAt(structure: Structure, [step, ...rest]: readonly string[]): string {
  if (step === undefined) return typeOf(structure);
  const inner = childrenOf(structure)[step];
  if (!inner) return 'nothing';
  return factAt(inner, rest) + (rest.length === 0 && structure.required?.includes(step) === true ? '!' : '');
}

/** What is inside: fields by name, elements as `[]`, values of a map as `*`. */
function childrenOf({ properties, items, additionalProperties }: Structure): Record<string, Structure> {
  return {
    ...properties,
    ...(items && { '[]': items }),
    ...(typeof additionalProperties === 'object' && { '*': additionalProperties }),
  };
}

function differences(ours: Structure, theirs: Structure, at: string): readonly string[] {
  const here = [
    ...(typeOf(ours) === typeOf(theirs) ? [] : [`${at}: ${typeOf(ours)}, published ${typeOf(theirs)}`]),
    ...(ours.required ?? [])
      .filter((field) => !theirs.required?.includes(field))
      .map((field) => `${at}: ${field} is optional`),
    ...(theirs.required ?? [])
      .filter((field) => !ours.required?.includes(field))
      .map((field) => `${at}: ${field} is required`),
    ...(ours.enum ?? [])
      .filter((word) => theirs.enum?.includes(word) === false)
      .map((word) => `${at}: ${String(word)}`),
  ];
  const inner = Object.entries(childrenOf(ours)).flatMap(([step, structure]) => {
    const other = childrenOf(theirs)[step];
    return other ? differences(structure, other, `${at}/${step}`) : [`${at}/${step} is not published`];
  });
  return [...here, ...inner];
}

/** Objects about which nothing is said: anything would be accepted there. */
function openObjects(structure: Structure, at: string): readonly string[] {
  const children = Object.entries(childrenOf(structure));
  const open = structure.type === 'object' && children.length === 0 && at !== '/metadata';
  return [...(open ? [at] : []), ...children.flatMap(([step, inner]) => openObjects(inner, `${at}/${step}`))];
}
