import type { PolicyRule, RoleRef, Subject } from 'cdk8s-plus-27/lib/imports/k8s';
import type { Manifest } from '../contracts';
import type { Manifests } from './manifests';
import { appendTo } from './manifests';
import type { Rendered } from './rendered';
import type { Finding } from './rule';

/** A rule of a Role or ClusterRole, and where it stands. */
export interface PlacedPolicyRule {
  readonly at: string;
  readonly rule: Rendered<PolicyRule>;
}

/** What a role must not grant: any of the verbs on any of the resources. */
export interface Forbidden {
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

export const roleKinds: readonly string[] = ['Role', 'ClusterRole'];
export const bindingKinds: readonly string[] = ['RoleBinding', 'ClusterRoleBinding'];

/** The rules of a Role or ClusterRole; none for any other object. */
export function policyRulesOf({ object }: Manifest): readonly PlacedPolicyRule[] {
  if (!roleKinds.includes(object.kind)) return [];
  return ((object.rules ?? []) as readonly Rendered<PolicyRule>[]).map((rule, index) => ({
    at: `/rules/${index}`,
    rule,
  }));
}

/** Grants of a role that are forbidden, wildcards included, as findings. */
export function forbiddenGrants(manifest: Manifest, forbidden: readonly Forbidden[]): readonly Finding[] {
  return policyRulesOf(manifest).flatMap(({ at, rule: { resources = [], verbs = [] } }) =>
    forbidden.flatMap((grant) => {
      const resource = resources.find((name) => name === '*' || grant.resources.includes(name));
      const verb = verbs.find((name) => name === '*' || grant.verbs.includes(name));
      if (resource === undefined || verb === undefined) return [];
      return [
        { at, got: `${verb} ${resource}`, expected: `not to ${grant.verbs.join(', ')} ${grant.resources.join(', ')}` },
      ];
    }),
  );
}

/** The subjects and the role of a binding; undefined for any other object. */
export function bindingOf({
  object,
}: Manifest): { readonly role: Rendered<RoleRef>; readonly subjects: readonly Rendered<Subject>[] } | undefined {
  if (!bindingKinds.includes(object.kind)) return undefined;
  return {
    role: object.roleRef ?? {},
    subjects: (object.subjects ?? []) as readonly Rendered<Subject>[],
  };
}

/** The bindings that grant something to a service account. */
export function bindingsOfAccount(all: Manifests, namespace: string | undefined, name: string): readonly Manifest[] {
  return all.derive(bindingsByAccount).get(`${namespace ?? ''}/${name}`) ?? [];
}

/** The bindings of a role: `Role/<namespace>/<name>` or `ClusterRole//<name>`. */
export function bindingsOfRole(all: Manifests, { object }: Manifest): readonly Manifest[] {
  const { namespace = '', name } = object.metadata;
  return all.derive(bindingsByRole).get(`${object.kind}/${namespace}/${name}`) ?? [];
}

function bindingsByAccount(all: Manifests): ReadonlyMap<string, readonly Manifest[]> {
  const index = new Map<string, Manifest[]>();
  for (const manifest of bindingKinds.flatMap((kind) => all.ofKind(kind))) {
    for (const { kind, name = '', namespace = manifest.object.metadata.namespace } of bindingOf(manifest)?.subjects ??
      []) {
      if (kind === 'ServiceAccount') appendTo(index, `${namespace ?? ''}/${name}`, manifest);
    }
  }
  return index;
}

function bindingsByRole(all: Manifests): ReadonlyMap<string, readonly Manifest[]> {
  const index = new Map<string, Manifest[]>();
  for (const manifest of bindingKinds.flatMap((kind) => all.ofKind(kind))) {
    const { kind = '', name = '' } = bindingOf(manifest)?.role ?? {};
    const namespace = kind === 'Role' ? (manifest.object.metadata.namespace ?? '') : '';
    appendTo(index, `${kind}/${namespace}/${name}`, manifest);
  }
  return index;
}
