import { knownKinds } from '../../../lib/checks/schema/catalog';
import { retiredApis } from '../../../lib/checks/schema/retired-apis';

const served = new Set(knownKinds());
const rows = Object.entries(retiredApis).flatMap(([apiVersion, apis]) =>
  apis.flatMap(({ kinds, ...api }) => kinds.map((kind) => ({ apiVersion, kind, ...api }))),
);
const floor = 27;

/** The minor version of Kubernetes; undefined for a version of an operator. */
function minor(version: string | undefined): number | undefined {
  const [, digits] = /^1\.(\d+)$/.exec(version ?? '') ?? [];
  return digits === undefined ? undefined : Number(digits);
}

test('what is gone by the oldest version that we support has no schema', () => {
  const gone = rows.filter(({ removedIn }) => (minor(removedIn) ?? Infinity) <= floor);
  expect(gone.length).toBeGreaterThan(40);
  expect(gone.filter(({ apiVersion, kind }) => served.has(`${apiVersion}/${kind}`))).toEqual([]);
});

test('what took the place of an API that is gone has a schema', () => {
  const replaced = rows
    .filter(({ removedIn, use }) => (minor(removedIn) ?? Infinity) <= floor && /^\S+\/v\d$/.test(use))
    // Reviews are questions to the API server: they are never stored, so never applied.
    .filter(({ kind, use }) => !kind.endsWith('Review') && !use.startsWith('flowcontrol'));
  expect(replaced.length).toBeGreaterThan(30);
  expect(replaced.filter(({ kind, use }) => !served.has(`${use}/${kind}`))).toEqual([]);
});

test('an API is deprecated before it is removed', () => {
  const dated = rows.map(({ deprecatedIn, removedIn }) => [minor(deprecatedIn), minor(removedIn)] as const);
  const both = dated.filter(([deprecated, removed]) => deprecated !== undefined && removed !== undefined);
  expect(both.length).toBeGreaterThan(40);
  for (const [deprecated = 0, removed = 0] of both) expect(deprecated).toBeLessThan(removed);
});

test('every row says something that a reader can act on', () => {
  expect(rows.filter(({ use, apiVersion }) => use === '' || use === apiVersion)).toEqual([]);
});
