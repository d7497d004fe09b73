import { pointer } from '../json-pointer';
import type { Manifest } from '../../contracts';
import type { Manifests } from '../manifests';
import type { Finding, Rule } from '../rule';
import { specOf } from '../specs';

/** Whatever is reached from outside is reached under its name, by TLS. */
export const edgeHasTls: Rule = {
  id: 'edge-has-tls',
  why: 'Without TLS everybody on the way reads and changes what users send; a host * answers for names that are not ours.',
  aliases: [
    'C-0059',
    'tlsSettingsMissing',
    'gatewayTLSMissing',
    'httpRouteInsecureListener',
    'CKV_K8S_152',
    'CKV_K8S_153',
    'CKV_K8S_154',
    'KCV-0093',
  ],
  kinds: ['Ingress', 'Gateway', 'HTTPRoute'],
  check: (manifest, all) => [...ofIngress(manifest), ...ofGateway(manifest), ...ofRoute(manifest, all)],
};

function ofIngress(manifest: Manifest): readonly Finding[] {
  const spec = specOf('Ingress', manifest);
  if (!spec) return [];
  const covered = new Set((spec.tls ?? []).flatMap(({ hosts = [] }) => hosts));
  const open = (spec.rules ?? []).flatMap(({ host }, index) => {
    const at = `/spec/rules/${index}/host`;
    if (host === undefined || host.includes('*')) return [{ at, got: host, expected: 'one name' }];
    return covered.has(host) ? [] : [{ at, got: host, expected: 'a host that is listed under /spec/tls' }];
  });
  const snippets = Object.keys(manifest.object.metadata.annotations ?? {})
    .filter((key) => key.endsWith('-snippet'))
    .map((key) => ({
      at: pointer('metadata', 'annotations', key),
      got: key,
      expected: 'no free text in the controller’s configuration',
    }));
  return [...open, ...snippets];
}

function ofGateway(manifest: Manifest): readonly Finding[] {
  return (specOf('Gateway', manifest)?.listeners ?? []).flatMap(({ protocol, tls }, index) =>
    protocol === 'HTTPS' && (tls?.certificateRefs ?? []).length === 0
      ? [{ at: `/spec/listeners/${index}/tls/certificateRefs`, got: undefined, expected: 'a certificate' }]
      : [],
  );
}

/** A listener without TLS may redirect, but not serve. */
function ofRoute(manifest: Manifest, all: Manifests): readonly Finding[] {
  const { parentRefs = [], rules = [] } = specOf('HTTPRoute', manifest) ?? {};
  if (rules.every(({ backendRefs = [] }) => backendRefs.length === 0)) return [];
  return parentRefs.flatMap(({ name = '', namespace, sectionName }, index) => {
    const gateway = all.find('Gateway', namespace ?? manifest.object.metadata.namespace, name);
    const listeners = gateway ? (specOf('Gateway', gateway)?.listeners ?? []) : [];
    const attached = listeners.filter((listener) => sectionName === undefined || listener.name === sectionName);
    const open = attached.find(({ protocol }) => protocol === 'HTTP');
    return open
      ? [
          {
            at: `/spec/parentRefs/${index}/sectionName`,
            got: sectionName,
            expected: `a listener with TLS, not '${open.name ?? ''}'`,
          },
        ]
      : [];
  });
}
