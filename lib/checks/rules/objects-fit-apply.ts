import type { KubernetesObject } from '../../contracts';
import type { Rule } from '../rule';
import { syncOptionsOf } from '../sync-order';

/** What the annotations of an object may hold together; client-side apply keeps the whole object in one. */
const maxAnnotationBytes = 262_144;
/** What etcd accepts, in the API server's default configuration. */
const maxObjectBytes = 1_048_576;

/** Every object is small enough to be applied and stored. */
export const objectsFitApply: Rule = {
  id: 'objects-fit-apply',
  why: 'A larger object is refused at the first sync that reaches it.',
  exemptible: false,
  check: (manifest) => {
    if (!mayBeLarge(manifest.object)) return [];
    const json = JSON.stringify(manifest.object);
    // A unit of a JavaScript string takes at most three bytes in UTF-8.
    if (json.length * 3 <= maxAnnotationBytes) return [];
    const bytes = new TextEncoder().encode(json).length;
    const serverSide = syncOptionsOf(manifest).includes('ServerSideApply=true');
    const most = serverSide ? maxObjectBytes : maxAnnotationBytes;
    if (bytes <= most) return [];
    const expected = `${most} or less${serverSide ? '' : ', or the sync option ServerSideApply=true'}`;
    return [{ at: '', got: `${bytes} bytes`, expected }];
  },
};

/** Built-in kinds other than ConfigMap hold no free text, and are never measured. */
function mayBeLarge({ apiVersion, kind }: KubernetesObject): boolean {
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  const custom = group.includes('.') && !group.endsWith('.k8s.io');
  return kind === 'ConfigMap' || kind === 'CustomResourceDefinition' || custom;
}
