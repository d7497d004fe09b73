import type { Intents, Labels, Manifest } from '../contracts';

/**
 * All objects of one environment, indexed for the questions that rules ask.
 * Every look-up is a map access, so a rule costs the same in a large platform.
 */
export class Manifests implements Iterable<Manifest> {
  private readonly byKey = new Map<string, Manifest>();
  private readonly byKind = new Map<string, Manifest[]>();
  private readonly byNamespaceAndKind = new Map<string, Manifest[]>();
  private readonly derived = new Map<unknown, unknown>();

  constructor(
    private readonly manifests: readonly Manifest[],
    public readonly intents: Intents,
  ) {
    for (const manifest of manifests) {
      const { kind, metadata } = manifest.object;
      const namespace = metadata.namespace ?? '';
      this.byKey.set(`${kind}/${namespace}/${metadata.name}`, manifest);
      appendTo(this.byKind, kind, manifest);
      appendTo(this.byNamespaceAndKind, `${kind}/${namespace}`, manifest);
    }
  }

  public [Symbol.iterator](): Iterator<Manifest> {
    return this.manifests[Symbol.iterator]();
  }

  /** The object of that kind and name; a cluster-scoped one has no namespace. */
  public find(kind: string, namespace: string | undefined, name: string): Manifest | undefined {
    return this.byKey.get(`${kind}/${namespace ?? ''}/${name}`);
  }

  public ofKind(kind: string): readonly Manifest[] {
    return this.byKind.get(kind) ?? [];
  }

  public ofKindIn(kind: string, namespace: string | undefined): readonly Manifest[] {
    return this.byNamespaceAndKind.get(`${kind}/${namespace ?? ''}`) ?? [];
  }

  /**
   * An index of its own for a rule that needs one: made at the first request,
   * then shared. `build` is the key, so pass a named function of a module.
   */
  public derive<T>(build: (all: Manifests) => T): T {
    if (!this.derived.has(build)) this.derived.set(build, build(this));
    return this.derived.get(build) as T;
  }
}

/** True when `labels` carry everything that `selector` demands. An empty selector matches everything. */
export function matches(selector: Labels, labels: Labels | undefined): boolean {
  return Object.entries(selector).every(([key, value]) => labels?.[key] === value);
}

/** Adds a value to the list that a map keeps under a key. */
export function appendTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
