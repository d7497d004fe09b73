import type { KubernetesObject, Manifest } from '../../contracts';
import { pointer } from '../json-pointer';
import type { PodTemplate } from '../pods';
import { podTemplateOf } from '../pods';
import type { Finding, Rule } from '../rule';
import type { RetiredApi } from '../schema/retired-apis';
import { retiredApis } from '../schema/retired-apis';
import type { Retired } from '../schema/retired-fields';
import {
  retiredAnnotations,
  retiredNodeLabels,
  retiredPodFields,
  retiredServiceFields,
  retiredVolumes,
} from '../schema/retired-fields';

/** No object uses an API version, field or annotation that is deprecated or gone by Kubernetes 1.37. */
export const apiIsServed: Rule = {
  id: 'api-is-served',
  why: 'After the upgrade that stops to serve it, the object cannot be applied, and its field does nothing.',
  aliases: ['no-extensions-v1beta', 'stable-version'],
  check: (manifest) => [
    ...version(manifest.object),
    ...annotations('/metadata/annotations', manifest.object.metadata.annotations ?? {}),
    ...podFields(podTemplateOf(manifest)),
    ...specFields(manifest),
  ],
};

function version({ apiVersion, kind }: KubernetesObject): readonly Finding[] {
  const retired = Object.hasOwn(retiredApis, apiVersion) ? retiredApis[apiVersion] : undefined;
  const api = retired?.find(({ kinds }) => kinds.includes(kind));
  if (!api) return [];
  return [{ at: '/apiVersion', got: `${apiVersion} ${kind}`, expected: `${api.use} (${history(api)})` }];
}

function history({ deprecatedIn, removedIn, usableSince }: RetiredApi): string {
  const facts = [
    deprecatedIn !== undefined && `deprecated in ${deprecatedIn}`,
    removedIn !== undefined && `removed in ${removedIn}`,
    usableSince !== undefined && `which is there since ${usableSince}`,
  ].filter((fact) => fact !== false);
  return facts.join(', ') || 'deprecated';
}

function annotations(at: string, given: Readonly<Record<string, string>>): readonly Finding[] {
  return Object.entries(given).flatMap(([key, value]) => {
    const retired = retiredAnnotations[key] ?? retiredAnnotations[key.replace(/\/.*/, '/')];
    return retired ? [finding(at + pointer(key), value, retired)] : [];
  });
}

function podFields(pod: PodTemplate | undefined): readonly Finding[] {
  if (!pod) return [];
  const { at, spec } = pod;
  const placement = { nodeSelector: spec.nodeSelector, affinity: spec.affinity, tolerations: spec.tolerations };
  const template = at.replace(/\/spec$/, '');
  return [
    // A bare pod's annotations are the object's own.
    ...(template === '' ? [] : annotations(`${template}/metadata/annotations`, pod.annotations)),
    ...fields(at, spec, retiredPodFields),
    ...nodeLabels(at, { ...placement, topologySpreadConstraints: spec.topologySpreadConstraints }),
    ...(spec.volumes ?? []).flatMap((volume, index) => fields(`${at}/volumes/${index}`, volume, retiredVolumes)),
  ];
}

function specFields({ object }: Manifest): readonly Finding[] {
  const spec = object.spec;
  if (typeof spec !== 'object' || spec === null) return [];
  if (object.kind === 'Service') return fields('/spec', spec, retiredServiceFields);
  return object.kind === 'PersistentVolume' ? fields('/spec', spec, retiredVolumes) : [];
}

function fields(at: string, value: object, retired: Readonly<Record<string, Retired>>): readonly Finding[] {
  return Object.entries(value).flatMap(([name, got]) => {
    const fact = Object.hasOwn(retired, name) ? retired[name] : undefined;
    return fact ? [finding(at + pointer(name), got, fact)] : [];
  });
}

/** Node labels stand as keys of selectors and as values of `key` and `topologyKey`, at any depth. */
function nodeLabels(at: string, value: unknown): readonly Finding[] {
  if (typeof value === 'string') {
    const retired = Object.hasOwn(retiredNodeLabels, value) ? retiredNodeLabels[value] : undefined;
    return retired ? [finding(at, value, retired)] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return [
    ...(Array.isArray(value) ? [] : fields(at, value, retiredNodeLabels)),
    ...Object.entries(value).flatMap(([step, inner]) => nodeLabels(at + pointer(step), inner)),
  ];
}

function finding(at: string, got: unknown, { use, since }: Retired): Finding {
  return { at, got, expected: `${use} (${since})` };
}
