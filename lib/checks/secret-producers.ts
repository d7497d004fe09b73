import type { Manifest } from '../contracts';
import type { Manifests } from './manifests';
import { appendTo } from './manifests';
import { specOf } from './specs';

/** The keys of a Secret: those known, or any when its maker decides in the cluster. */
export type SecretKeys = ReadonlySet<string> | 'any';

interface Production {
  readonly maker: Manifest | undefined;
  readonly keys: SecretKeys;
}

const certificateKeys: SecretKeys = new Set(['tls.crt', 'tls.key', 'ca.crt']);

/** What CloudNativePG writes for an application's user. */
const cloudNativePgAppKeys: SecretKeys = new Set([
  'username',
  'user',
  'password',
  'dbname',
  'host',
  'port',
  'uri',
  'jdbc-uri',
  'pgpass',
]);

/** Who makes which Secret, with which keys. Secrets themselves are never rendered. */
export class SecretProducers {
  private readonly productions = new Map<string, Production[]>();

  constructor(all: Manifests) {
    for (const manifest of all.ofKind('ExternalSecret')) this.addExternal(manifest);
    for (const manifest of all.ofKind('Certificate')) {
      this.add(manifest, specOf('Certificate', manifest)?.secretName, certificateKeys);
    }
    for (const manifest of all.ofKind('Cluster')) {
      const { name } = manifest.object.metadata;
      this.add(manifest, `${name}-app`, cloudNativePgAppKeys);
      this.add(manifest, `${name}-ca`, new Set(['ca.crt', 'ca.key']));
    }
    for (const { namespace, name, keys } of all.intents.promisedSecrets) {
      appendTo(this.productions, `${namespace}/${name}`, { maker: undefined, keys: new Set(keys) });
    }
  }

  /** The objects here that make the Secret; none when it is promised, or when nobody makes it. */
  public makersOf(namespace: string | undefined, name: string): readonly Manifest[] {
    return this.of(namespace, name).flatMap(({ maker }) => maker ?? []);
  }

  /** Undefined when nobody makes the Secret. */
  public keysOf(namespace: string | undefined, name: string): SecretKeys | undefined {
    const productions = this.of(namespace, name);
    if (productions.length === 0) return undefined;
    const keys = new Set<string>();
    for (const production of productions) {
      if (production.keys === 'any') return 'any';
      for (const key of production.keys) keys.add(key);
    }
    return keys;
  }

  private of(namespace: string | undefined, name: string): readonly Production[] {
    return this.productions.get(`${namespace ?? ''}/${name}`) ?? [];
  }

  private add(maker: Manifest, name: string | undefined, keys: SecretKeys): void {
    if (name === undefined) return;
    appendTo(this.productions, `${maker.object.metadata.namespace ?? ''}/${name}`, { maker, keys });
  }

  private addExternal(manifest: Manifest): void {
    const { target, data = [], dataFrom = [] } = specOf('ExternalSecret', manifest) ?? {};
    const { template } = target ?? {};
    const templated = Object.keys(template?.data ?? {});
    // A template takes the place of the fetched keys, unless it says that it adds to them.
    const fetched = template === undefined || template.mergePolicy === 'Merge' || templated.length === 0;
    const open = (template?.templateFrom ?? []).length > 0 || (fetched && dataFrom.length > 0);
    const keys = [...templated, ...(fetched ? data.map(({ secretKey = '' }) => secretKey) : [])];
    this.add(manifest, target?.name ?? manifest.object.metadata.name, open ? 'any' : new Set(keys));
  }
}

/** The environment's Secret producers, found once per pass. */
export function secretProducers(all: Manifests): SecretProducers {
  return all.derive(buildSecretProducers);
}

function buildSecretProducers(all: Manifests): SecretProducers {
  return new SecretProducers(all);
}
