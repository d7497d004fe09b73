import * as fc from 'fast-check';
import type { KubernetesObject } from '../../../lib/contracts';
import { planOfDefinition, planOfKind } from '../../../lib/checks/schema/catalog';
import { validate } from '../../../lib/checks/schema/validate';
import { nameOf } from '../table';
import { changedManifest, changeOf, faults, goodManifests } from './manifest-files';
import { ajvAccepts } from './oracle';

const objects = goodManifests();
const mutations = 5_000;

/** Values that are right somewhere and wrong elsewhere. */
const values = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1,
    1.5,
    65_536,
    '',
    'a',
    'A',
    '0',
    '-1',
    '8080',
    '50%',
    '1Gi',
    '10.0.0.0/8',
  ),
  fc.constantFrom<unknown>([], {}, [{}], [null], ['a', 'a'], [{ name: 'a' }, { name: 'a' }], { a: 'b' }, { 'a b': 1 }),
  fc.constantFrom<unknown>(
    'Always',
    'Localhost',
    'None',
    'TCP',
    '* * * * *',
    'a--b',
    '../a',
    '2026-01-02T03:04:05Z',
    '💧',
  ),
);

/** How a field is changed: the step counts through all places of the object, so each is reached. */
const mutation = fc.record({
  object: fc.nat({ max: objects.length - 1 }),
  place: fc.nat(),
  other: fc.nat(),
  action: fc.constantFrom('remove', 'replace', 'add', 'copy', 'duplicate'),
  value: values,
});
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

let accepted = 0;
let refused = 0;

test(`the walk and ajv agree on ${String(mutations)} mutated manifests`, () => {
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 2 }), (changes) => {
      const object = mutated(changes);
      const verdict = accepts(object);
      if (verdict) accepted += 1;
      else refused += 1;
      return verdict === ajvAccepts(object.apiVersion, object.kind, object);
    }),
    { numRuns: mutations },
  );
});

test('the mutated manifests were neither all right nor all wrong', () => {
  expect(accepted).toBeGreaterThan(mutations / 50);
  expect(refused).toBeGreaterThan(mutations / 2);
});

test.each(objects.map((object) => [nameOf(object), object] as const))('ajv accepts the good %s', (_, object) => {
  expect(ajvAccepts(object.apiVersion, object.kind, object)).toBe(true);
});

test.each(faults())('ajv refuses %s: %s', (name, _, fault) => {
  const object = changedManifest(name, changeOf(name, fault));
  expect(ajvAccepts(object.apiVersion, object.kind, object)).toBe(false);
});

function accepts(object: KubernetesObject): boolean {
  const plan = planOfKind(object.apiVersion, object.kind);
  if (!plan) throw new Error(`no schema for ${object.kind}`);
  return validate(plan, object, planOfDefinition).length === 0;
}

function mutated(changes: readonly Mutation[]): KubernetesObject {
  const original = objects[changes[0]?.object ?? 0];
  if (!original) throw new Error('there is no such object');
  const object = copyOf(original);
  for (const change of changes) mutate(object, change);
  return { ...object, apiVersion: original.apiVersion, kind: original.kind };
}

function mutate(object: object, { place, other, action, value }: Mutation): void {
  const places = placesOf(object);
  const at = places[place % places.length];
  const from = places[other % places.length];
  if (!at || !from) return;
  const { parent, key } = at;
  if (action === 'replace') parent[key] = copyOf(value);
  else if (action === 'copy') parent[key] = copyOf(from.parent[from.key]);
  else if (!Array.isArray(parent)) {
    if (action === 'add') parent[from.key] = copyOf(value);
    if (action === 'remove') Reflect.deleteProperty(parent, key);
  } else if (action === 'remove') parent.splice(Number(key), 1);
  else parent.push(copyOf(action === 'add' ? value : parent[Number(key)]));
}

/** A copy: nothing that a later change alters may be shared. */
function copyOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

interface Place {
  readonly parent: Record<string, unknown>;
  readonly key: string;
}

function placesOf(value: object): Place[] {
  const parent = value as Record<string, unknown>;
  return Object.keys(parent).flatMap((key) => {
    const inner = parent[key];
    return [{ parent, key }, ...(typeof inner === 'object' && inner !== null ? placesOf(inner) : [])];
  });
}
