import { blockContains, blocksOverlap, isEverywhere } from '../../../lib/checks/reachability/ip-blocks';

test.each([
  ['10.0.0.0/8', '10.20.0.0/16', true],
  ['10.0.0.0/8', '11.0.0.0/16', false],
  ['10.0.0.0/16', '10.0.0.0/8', false],
  ['10.0.0.1/32', '10.0.0.1/32', true],
  ['0.0.0.0/0', '192.0.2.1/32', true],
  ['10.0.5.7/16', '10.0.200.0/24', true],
  ['2001:db8::/32', '2001:db8:1::/48', true],
  ['2001:db8::/32', '2001:db9::/48', false],
  ['::/0', '2001:db8::1/128', true],
  ['::/0', '10.0.0.0/8', false],
  ['10.0.0.0/8', '::a00:0/104', false],
  ['fe80::1:2:3:4/64', 'fe80::/64', true],
])('%s contains %s: %s', (outer, inner, expected) => {
  expect(blockContains(outer, inner)).toBe(expected);
});

test.each([
  '10.0.0.0',
  '10.0.0/8',
  '10.0.0.256/32',
  '10.0.0.0/33',
  'host/8',
  '1:2:3/64',
  '::1::/64',
  '10.0.0.0/x',
  'g::/16',
])('%s is no block, so it contains nothing', (text) => {
  expect(blockContains(text, text)).toBe(false);
});

test('blocks overlap when one contains the other, whichever', () => {
  expect(blocksOverlap('10.0.0.0/8', '10.1.0.0/16')).toBe(true);
  expect(blocksOverlap('10.1.0.0/16', '10.0.0.0/8')).toBe(true);
  expect(blocksOverlap('10.1.0.0/16', '10.2.0.0/16')).toBe(false);
});

test('only a block without a prefix is everywhere', () => {
  expect(['0.0.0.0/0', '::/0', '10.0.0.0/8', '0.0.0.0/10'].map(isEverywhere)).toEqual([true, true, false, false]);
});
