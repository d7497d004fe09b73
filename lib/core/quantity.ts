import { DescriptionError } from './errors';

const factors: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** An amount of memory or storage. Compares and adds in bytes; prints as Kubernetes does. */
export class Bytes {
  private constructor(public readonly value: number) {}

  public static of(bytes: number): Bytes {
    return new Bytes(Math.round(bytes));
  }

  public static mebi(mebibytes: number): Bytes {
    return Bytes.of(mebibytes * 2 ** 20);
  }

  /** @throws when the text is no quantity of bytes, such as `512Mi` or `20Gi` */
  public static parse(text: string): Bytes {
    const [, digits, suffix] = /^(\d+(?:\.\d+)?)(Ki|Mi|Gi|Ti|k|M|G|T|)$/.exec(text) ?? [];
    const factor = factors[suffix ?? ''];
    if (digits === undefined || factor === undefined) {
      throw new DescriptionError(
        `'${text}' is no quantity of bytes; expected a number and Ki, Mi, Gi or Ti, as in 512Mi`,
      );
    }
    return Bytes.of(Number(digits) * factor);
  }

  public plus(other: Bytes): Bytes {
    return Bytes.of(this.value + other.value);
  }

  public times(factor: number): Bytes {
    return Bytes.of(this.value * factor);
  }

  /** Whole mebibytes, rounded down: what configuration files of databases take. */
  public get mebibytes(): number {
    return Math.floor(this.value / 2 ** 20);
  }

  /** The largest unit that keeps it a whole number: the form in which the API server keeps it. */
  public toString(): string {
    for (const unit of ['Ti', 'Gi', 'Mi', 'Ki']) {
      const factor = factors[unit] ?? 1;
      if (this.value >= factor && this.value % factor === 0) return `${String(this.value / factor)}${unit}`;
    }
    return String(this.value);
  }
}

/** An amount of processor time. Adds in thousandths of a core; prints as Kubernetes does. */
export class Cpu {
  private constructor(public readonly millicores: number) {}

  public static millis(millicores: number): Cpu {
    return new Cpu(Math.round(millicores));
  }

  /** @throws when the text is no amount of processor time, such as `250m` or `2` */
  public static parse(text: string): Cpu {
    const [, digits, suffix] = /^(\d+(?:\.\d+)?)(m?)$/.exec(text) ?? [];
    if (digits === undefined) {
      throw new DescriptionError(
        `'${text}' is no amount of processor time; expected 250m (thousandths of a core) or 2`,
      );
    }
    return Cpu.millis(suffix === 'm' ? Number(digits) : Number(digits) * 1000);
  }

  public plus(other: Cpu): Cpu {
    return Cpu.millis(this.millicores + other.millicores);
  }

  public times(factor: number): Cpu {
    return Cpu.millis(this.millicores * factor);
  }

  public toString(): string {
    return this.millicores % 1000 === 0 ? String(this.millicores / 1000) : `${String(this.millicores)}m`;
  }
}
