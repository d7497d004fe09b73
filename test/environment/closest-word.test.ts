import { closestWord } from '../../lib/environment/closest-word';

const keys = ['namespacePrefix', 'domain', 'cluster', 'redis', 'minReplicas', 'maxReplicas'];

test.each([
  ['clutser', 'cluster'],
  ['Redis', 'redis'],
  ['domian', 'domain'],
  ['namespace_prefix', 'namespacePrefix'],
  ['minReplica', 'minReplicas'],
])("'%s' was meant to be '%s'", (written, meant) => {
  expect(closestWord(written, keys)).toBe(meant);
});

test.each(['wallpaper', '', 'x', 'storageClass'])("'%s' was meant to be none of them", (written) => {
  expect(closestWord(written, keys)).toBeUndefined();
});

test('of two that are as near as each other, none is guessed', () => {
  expect(closestWord('mixReplicas', keys)).toBeUndefined();
});
