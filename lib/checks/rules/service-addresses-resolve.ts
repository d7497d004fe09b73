import type { Manifest } from '../../contracts';
import { portsOfService } from '../cluster-services';
import { pointer } from '../json-pointer';
import type { Manifests } from '../manifests';
import { containersOf, podKinds } from '../pods';
import type { Finding, Rule } from '../rule';

/** `<service>.<namespace>.svc`, perhaps with the cluster's domain and a port. */
const address = /([a-z0-9][a-z0-9-]*)\.([a-z0-9][a-z0-9-]*)\.svc(?:\.cluster\.local)?(?::(\d+))?/g;

/** Every host name of the platform that a program is told belongs to a Service, and its port too. */
export const serviceAddressesResolve: Rule = {
  id: 'service-addresses-resolve',
  why: 'A program that is told a name nobody has fails at its first connection, long after it was rolled out.',
  kinds: [...podKinds, 'ConfigMap'],
  check: (manifest, all) =>
    textsOf(manifest).flatMap(({ at, text }) =>
      [...text.matchAll(address)].flatMap(([found, service = '', namespace = '', port]) =>
        unresolved(all, service, namespace, port).map((expected) => ({ at, got: found, expected })),
      ),
    ),
};

function unresolved(all: Manifests, service: string, namespace: string, port: string | undefined): readonly string[] {
  if (!all.find('Namespace', undefined, namespace)) return [];
  const ports = portsOfService(all, namespace, service);
  if (!ports) return [`the name of a Service in namespace '${namespace}'`];
  if (ports === 'any' || port === undefined || ports.has(Number(port))) return [];
  return [`a port of Service '${service}': ${[...ports].join(', ') || 'it has none'}`];
}

function textsOf(manifest: Manifest): readonly (Pick<Finding, 'at'> & { readonly text: string })[] {
  const { object } = manifest;
  const texts =
    object.kind === 'ConfigMap'
      ? Object.entries((object.data ?? {}) as Readonly<Record<string, string>>).map(([key, text]) => ({
          at: pointer('data', key),
          text,
        }))
      : containersOf(manifest).flatMap(({ at, container: { env = [], command = [], args = [] } }) => [
          ...env.map(({ value = '' }, index) => ({ at: `${at}/env/${index}/value`, text: value })),
          ...command.map((text, index) => ({ at: `${at}/command/${index}`, text })),
          ...args.map((text, index) => ({ at: `${at}/args/${index}`, text })),
        ]);
  return texts.filter(({ text }) => text.includes('.svc'));
}
