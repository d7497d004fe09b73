import fc from 'fast-check';
import { BlockList, isIPv6 } from 'node:net';
import { AddressBlock } from '../../lib/environment/address-block';

const address4 = fc.ipV4();
// The mixed notation (::ffff:1.2.3.4) is none that the schema lets through.
const address6 = fc
  .ipV6()
  .filter((address) => isIPv6(address) && !address.includes('.'))
  .map((address) => address.toLowerCase());
const block = fc.oneof(
  fc
    .tuple(address4, fc.integer({ min: 0, max: 32 }))
    .map(([address, prefix]) => ({ address, prefix, family: 'ipv4' as const })),
  fc
    .tuple(address6, fc.integer({ min: 0, max: 128 }))
    .map(([address, prefix]) => ({ address, prefix, family: 'ipv6' as const })),
);

const parsed = (text: string): AddressBlock => {
  const result = AddressBlock.parse(text);
  if (!result) throw new Error(`'${text}' was not understood`);
  return result;
};

test('contains what the network stack says it contains', () => {
  fc.assert(
    fc.property(block, block, (outer, inner) => {
      const list = new BlockList();
      list.addSubnet(outer.address, outer.prefix, outer.family);
      const bits = inner.family === 'ipv4' ? 32 : 128;
      const one = parsed(`${inner.address}/${bits}`);
      expect(parsed(`${outer.address}/${outer.prefix}`).contains(one)).toBe(
        outer.family === inner.family && list.check(inner.address, inner.family),
      );
    }),
  );
});

test('its network is the widest block with the same addresses, and spelled so that it reads back', () => {
  fc.assert(
    fc.property(block, ({ address, prefix }) => {
      const given = parsed(`${address}/${prefix}`);
      const again = parsed(given.network.toString());
      expect(again.equals(given.network)).toBe(true);
      expect(again.network.equals(again)).toBe(true);
      expect(given.contains(again) && again.contains(given)).toBe(true);
    }),
  );
});

test.each([
  ['10.96.0.1/12', '10.96.0.0/12'],
  ['2001:db8::1/32', '2001:db8::/32'],
  ['::1/0', '::/0'],
  ['1:0:0:2:0:0:0:3/128', '1:0:0:2::3/128'],
  ['0:0:0:0:0:0:0:1/128', '::1/128'],
])('the network of %s is %s', (text, network) => {
  expect(parsed(text).network.toString()).toBe(network);
});

test.each([
  '',
  '10.0.0.0',
  '10.0.0/8',
  '10.0.0.256/8',
  '10.0.0.0/33',
  '1::2::3/64',
  ':::1/64',
  '1:2:3:4:5:6:7:8:9/64',
  '1:2/64',
  'g::/8',
  '::/129',
])("'%s' is no block", (text) => {
  expect(AddressBlock.parse(text)).toBeUndefined();
});

test('a block does not contain a wider one', () => {
  expect(parsed('10.0.0.0/7').contains(parsed('10.0.0.0/8'))).toBe(true);
  expect(parsed('10.0.0.0/8').contains(parsed('10.0.0.0/7'))).toBe(false);
});
