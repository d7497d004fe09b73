const bits = { 4: 32, 6: 128 } as const;

/** A block of IP addresses in CIDR notation, compared as numbers. */
export class AddressBlock {
  private constructor(
    private readonly version: 4 | 6,
    private readonly address: bigint,
    private readonly prefix: number,
  ) {}

  /** Undefined when the text is no block. */
  public static parse(text: string): AddressBlock | undefined {
    const [written = '', length = ''] = text.split('/');
    const version = written.includes(':') ? 6 : 4;
    const address = version === 6 ? ipv6(written) : ipv4(written);
    const prefix = Number(length);
    return address === undefined || length === '' || prefix > bits[version]
      ? undefined
      : new AddressBlock(version, address, prefix);
  }

  /** True when the block is every address there is. */
  public get isEverything(): boolean {
    return this.prefix === 0;
  }

  /** The same block with the bits after the prefix cleared, which is how it must be written. */
  public get network(): AddressBlock {
    const rest = BigInt(bits[this.version] - this.prefix);
    return new AddressBlock(this.version, (this.address >> rest) << rest, this.prefix);
  }

  public contains(other: AddressBlock): boolean {
    const rest = BigInt(bits[this.version] - this.prefix);
    return (
      this.version === other.version && this.prefix <= other.prefix && this.address >> rest === other.address >> rest
    );
  }

  public equals(other: AddressBlock): boolean {
    return this.contains(other) && other.contains(this) && this.address === other.address;
  }

  public toString(): string {
    const size = this.version === 4 ? 8 : 16;
    const parts = Array.from({ length: bits[this.version] / size }, (_, index) => {
      const part = (this.address >> BigInt(bits[this.version] - size * (index + 1))) & ((1n << BigInt(size)) - 1n);
      return part.toString(this.version === 4 ? 10 : 16);
    });
    return `${this.version === 4 ? parts.join('.') : shorten(parts)}/${this.prefix}`;
  }
}

function ipv4(text: string): bigint | undefined {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)
    ? join(parts.map(BigInt), 8n)
    : undefined;
}

function ipv6(text: string): bigint | undefined {
  const [head = '', tail, more] = text.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = 8 - left.length - right.length;
  const complete = tail === undefined ? missing === 0 : missing > 0 && more === undefined;
  const parts = [...left, ...Array.from({ length: Math.max(missing, 0) }, () => '0'), ...right];
  return complete && parts.every((part) => /^[0-9a-f]{1,4}$/.test(part))
    ? join(
        parts.map((part) => BigInt(`0x${part}`)),
        16n,
      )
    : undefined;
}

function join(parts: readonly bigint[], size: bigint): bigint {
  return parts.reduce((number, part) => (number << size) | part, 0n);
}

/** The longest run of zeros as `::`, as RFC 5952 writes it. */
function shorten(parts: readonly string[]): string {
  const runs = [...parts.join(':').matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)].sort((a, b) => b[0].length - a[0].length);
  const [longest] = runs;
  if (!longest) return parts.join(':');
  const text = parts.join(':');
  return `${text.slice(0, longest.index)}::${text.slice(longest.index + longest[0].length + 1)}`;
}
