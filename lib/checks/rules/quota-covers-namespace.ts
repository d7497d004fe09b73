import type { Manifests } from '../manifests';
import { namespaceUsage } from '../namespace-usage';
import { podGroups, podMakers } from '../pod-groups';
import { milliOf, showMilli } from '../quantities';
import type { Finding, Rule } from '../rule';
import { specOf } from '../specs';

/** Every namespace with pods has a quota, and its objects fit into it at full scale, during a roll-out. */
export const quotaCoversNamespace: Rule = {
  id: 'quota-covers-namespace',
  why: 'Without a quota one namespace takes the cluster; with one that is too small, the autoscaler’s pods are refused.',
  aliases: ['KSV-0040'],
  kinds: [...podMakers, 'ResourceQuota'],
  check: (manifest, all) => {
    const { namespace = '' } = manifest.object.metadata;
    const hard = specOf('ResourceQuota', manifest)?.hard;
    if (hard) return tooSmall(hard, namespace, all);
    const [first] = podGroups(all).in(namespace);
    if (first?.manifest !== manifest || all.ofKindIn('ResourceQuota', namespace).length > 0) return [];
    const of = all.find('Namespace', undefined, namespace) ?? manifest;
    return [{ at: '/metadata/name', got: 'no ResourceQuota', expected: 'a ResourceQuota in the namespace', of }];
  },
};

function tooSmall(hard: Readonly<Record<string, unknown>>, namespace: string, all: Manifests): readonly Finding[] {
  return [...namespaceUsage(all, namespace)].flatMap(([resource, used]) => {
    const allowed = hard[resource] as number | string | undefined;
    if (used <= (milliOf(allowed) ?? 0)) return [];
    const unit = /cpu|pods|claims|loadbalancers/.test(resource) ? 'decimal' : 'binary';
    return [{ at: `/spec/hard/${resource}`, got: allowed, expected: `${showMilli(used, unit)} or more` }];
  });
}
