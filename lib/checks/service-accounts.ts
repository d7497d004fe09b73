import type { Manifest } from '../contracts';
import type { Manifests } from './manifests';
import { appendTo } from './manifests';
import { podTemplateOf } from './pods';
import { referencesOf } from './references';

/** The objects whose pods run as, or that act as, a service account. */
export function usersOfAccount(all: Manifests, namespace: string | undefined, name: string): readonly Manifest[] {
  return all.derive(usersByAccount).get(`${namespace ?? ''}/${name}`) ?? [];
}

/** True when the pods mount a token for the API server. One for another audience is none. */
export function mountsApiToken(manifest: Manifest): boolean {
  const { automountServiceAccountToken, volumes = [] } = podTemplateOf(manifest)?.spec ?? {};
  return (
    automountServiceAccountToken === true ||
    volumes.some(({ projected }) =>
      (projected?.sources ?? []).some(
        ({ serviceAccountToken }) => serviceAccountToken && serviceAccountToken.audience === undefined,
      ),
    )
  );
}

function usersByAccount(all: Manifests): ReadonlyMap<string, readonly Manifest[]> {
  const index = new Map<string, Manifest[]>();
  for (const manifest of all) {
    // A binding speaks of an account; it does not act as it.
    if (manifest.object.kind.endsWith('RoleBinding')) continue;
    for (const { kind, namespace, name } of referencesOf(manifest)) {
      if (kind === 'ServiceAccount') appendTo(index, `${namespace ?? ''}/${name}`, manifest);
    }
  }
  return index;
}
