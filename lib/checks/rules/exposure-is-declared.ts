import type { Manifest } from '../../contracts';
import type { Manifests } from '../manifests';
import { podGroups } from '../pod-groups';
import { declaredTraffic } from '../reachability';
import type { Finding, Rule } from '../rule';
import { specOf } from '../specs';

/** What is opened to the world outside was declared to have clients there. */
export const exposureIsDeclared: Rule = {
  id: 'exposure-is-declared',
  why: 'A load balancer or node port that nobody asked for is a door that nobody guards.',
  aliases: ['C-0256', 'exposed-services', 'service-type', 'KSV-0108'],
  kinds: ['Service', 'Ingress', 'HTTPRoute'],
  check: (manifest, all) => [...openService(manifest, all), ...openIngress(manifest, all)],
};

function openService(manifest: Manifest, all: Manifests): readonly Finding[] {
  const { type = 'ClusterIP', externalIPs = [], selector = {} } = specOf('Service', manifest) ?? {};
  if (!['NodePort', 'LoadBalancer'].includes(type) && externalIPs.length === 0) return [];
  if (hasOutsideClient(manifest, selector, all)) return [];
  const at = externalIPs.length > 0 ? '/spec/externalIPs' : '/spec/type';
  return [
    { at, got: externalIPs.length > 0 ? externalIPs : type, expected: 'ClusterIP: no declared client is outside' },
  ];
}

function openIngress(manifest: Manifest, all: Manifests): readonly Finding[] {
  const backends = [
    ...(specOf('Ingress', manifest)?.rules ?? []).flatMap(({ http }, rule) =>
      (http?.paths ?? []).map(({ backend }, path) => ({
        at: `/spec/rules/${rule}/http/paths/${path}/backend/service/name`,
        name: backend?.service?.name,
      })),
    ),
    ...(specOf('HTTPRoute', manifest)?.rules ?? []).flatMap(({ backendRefs = [] }, rule) =>
      backendRefs.map(({ name }, index) => ({ at: `/spec/rules/${rule}/backendRefs/${index}/name`, name })),
    ),
  ];
  return backends.flatMap(({ at, name = '' }) => {
    const service = all.find('Service', manifest.object.metadata.namespace, name);
    if (!service || hasOutsideClient(service, specOf('Service', service)?.selector ?? {}, all)) return [];
    return [{ at, got: name, expected: 'a Service whose pods have a declared client that is not ours' }];
  });
}

function hasOutsideClient(service: Manifest, selector: Readonly<Record<string, unknown>>, all: Manifests): boolean {
  const labels = selector as Readonly<Record<string, string>>;
  return podGroups(all)
    .labeled(service.object.metadata.namespace, labels)
    .some((group) =>
      declaredTraffic(group, 'ingress', all).some(({ far }) => far.type === 'addresses' || !far.managed),
    );
}
