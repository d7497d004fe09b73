interface Block {
  readonly bits: number;
  readonly first: bigint;
  readonly last: bigint;
}

/** True when every address of `inner` lies in `outer`. False for what is no CIDR. */
export function blockContains(outer: string, inner: string): boolean {
  const [a, b] = [parse(outer), parse(inner)];
  return a !== undefined && b?.bits === a.bits && a.first <= b.first && b.last <= a.last;
}

/** True when the blocks share an address. */
export function blocksOverlap(one: string, other: string): boolean {
  const [a, b] = [parse(one), parse(other)];
  return a !== undefined && b?.bits === a.bits && a.first <= b.last && b.first <= a.last;
}

/** True for a block of all addresses. */
export function isEverywhere(cidr: string): boolean {
  return cidr.endsWith('/0');
}

const known = new Map<string, Block | undefined>();

function parse(cidr: string): Block | undefined {
  if (known.has(cidr)) return known.get(cidr);
  const [address = '', prefix = ''] = cidr.split('/');
  const bits = address.includes(':') ? 128 : 32;
  const value = bits === 128 ? parseIpv6(address) : parseIpv4(address);
  const length = /^\d+$/.test(prefix) ? Number(prefix) : undefined;
  const block = value === undefined || length === undefined || length > bits ? undefined : blockOf(value, bits, length);
  known.set(cidr, block);
  return block;
}

function blockOf(address: bigint, bits: number, prefix: number): Block {
  const size = 1n << BigInt(bits - prefix);
  const first = address - (address % size);
  return { bits, first, last: first + size - 1n };
}

function parseIpv4(address: string): bigint | undefined {
  const parts = address.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined;
  return parts.reduce((value, part) => (value << 8n) + BigInt(part), 0n);
}

function parseIpv6(address: string): bigint | undefined {
  const [head = '', tail, third] = address.split('::');
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const left = groups(head);
  const right = groups(tail ?? '');
  const zeros = 8 - left.length - right.length;
  if (third !== undefined || (tail === undefined ? zeros !== 0 : zeros < 1)) return undefined;
  const all = [...left, ...Array.from({ length: zeros }, () => '0'), ...right];
  if (!all.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return all.reduce((value, group) => (value << 16n) + BigInt(`0x${group}`), 0n);
}
