import type { Intents, Labels, Manifest } from '../contracts';

/**
 * All objects of one environment, indexed for the questions that rules ask.
 * Every look-up is a map access, so a rule costs the same in a large platform.
 */
export class Manifests implements Iterable<Manifest> {
  private readonly byKey = new Map<string, Manifest>();
  private readonly byKind = new Map<string, Manifest[]>();
  private readonly byNamespaceAndKind = new Map<string, Manifest[]>();

  constructor(
    private readonly manifests: readonly Manifest[],
    public readonly intents: Intents,
  ) {
    for (const manifest of manifests) {
      const { kind, metadata } = manifest.object;
      const namespace = metadata.namespace ?? '';
      this.byKey.set(`${kind}/${namespace}/${metadata.name}`, manifest);
      append(this.byKind, kind, manifest);
      append(this.byNamespaceAndKind, `${kind}/${namespace}`, manifest);
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
}

/** True when `labels` carry everything that `selector` demands. An empty selector matches everything. */
export function matches(selector: Labels, labels: Labels | undefined): boolean {
  return Object.entries(selector).every(([key, value]) => labels?.[key] === value);
}

function append<K>(map: Map<K, Manifest[]>, key: K, manifest: Manifest): void {
  const list = map.get(key);
  if (list) list.push(manifest);
  else map.set(key, [manifest]);
}
