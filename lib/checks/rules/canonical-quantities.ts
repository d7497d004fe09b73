import { pointer } from '../json-pointer';
import { containersOf, podKinds, podTemplateOf } from '../pods';
import { canonicalQuantity } from '../quantities';
import type { Finding, Rule } from '../rule';
import { specOf } from '../specs';

type Amounts = Readonly<Record<string, number | string | undefined>>;

/** Every quantity is written as the API server keeps it. */
export const canonicalQuantities: Rule = {
  id: 'canonical-quantities',
  why: 'The API server stores 1000m as 1; an object that says it otherwise differs for ever.',
  kinds: [...podKinds, 'PersistentVolumeClaim', 'ResourceQuota', 'LimitRange'],
  check: (manifest) => {
    const pod = podTemplateOf(manifest);
    const claim = specOf('PersistentVolumeClaim', manifest);
    const templates = specOf('StatefulSet', manifest)?.volumeClaimTemplates ?? [];
    const lists: readonly (readonly [string, Amounts | undefined])[] = [
      ...containersOf(manifest).flatMap(({ at, container: { resources } }) => [
        [`${at}/resources/requests`, resources?.requests] as const,
        [`${at}/resources/limits`, resources?.limits] as const,
      ]),
      ...(pod?.spec.volumes ?? []).map(
        ({ emptyDir }, index) =>
          [`${pod?.at ?? ''}/volumes/${index}/emptyDir`, emptyDir && { sizeLimit: emptyDir.sizeLimit }] as const,
      ),
      ['/spec/resources/requests', claim?.resources?.requests],
      ...templates.map(
        ({ spec }, index) =>
          [`/spec/volumeClaimTemplates/${index}/spec/resources/requests`, spec?.resources?.requests] as const,
      ),
      ['/spec/hard', specOf('ResourceQuota', manifest)?.hard],
      ...(specOf('LimitRange', manifest)?.limits ?? []).flatMap((limit, index) =>
        (['default', 'defaultRequest', 'max', 'min'] as const).map(
          (field) => [`/spec/limits/${index}/${field}`, limit[field]] as const,
        ),
      ),
    ];
    return lists.flatMap(([at, amounts]) => deviating(at, amounts));
  },
};

function deviating(at: string, amounts: Amounts = {}): readonly Finding[] {
  const found: Finding[] = [];
  for (const key in amounts) {
    const got = amounts[key];
    const kept = got === undefined ? undefined : canonicalQuantity(got);
    if (got !== undefined && kept !== String(got))
      found.push({ at: at + pointer(key), got, expected: kept ?? 'a quantity' });
  }
  return found;
}
