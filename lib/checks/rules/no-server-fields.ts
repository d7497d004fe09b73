import { pointer } from '../json-pointer';
import type { Finding, Rule } from '../rule';

const metadataFields = ['creationTimestamp', 'generation', 'managedFields', 'resourceVersion', 'selfLink', 'uid'];
const annotations = ['kubectl.kubernetes.io/last-applied-configuration', 'argocd.argoproj.io/tracking-id'];

/** Objects hold what is wanted, and nothing that the cluster writes or drops. */
export const noServerFields: Rule = {
  id: 'no-server-fields',
  why: 'A field that the API server drops or sets itself makes the object differ for ever, and Argo CD sync it for ever.',
  exemptible: false,
  check: ({ object }) => {
    const { metadata } = object;
    const places = [
      ...('status' in object ? ['/status'] : []),
      ...metadataFields.filter((field) => field in metadata).map((field) => pointer('metadata', field)),
      ...annotations.filter((key) => metadata.annotations?.[key]).map((key) => pointer('metadata', 'annotations', key)),
      ...(metadata.namespace === '' ? ['/metadata/namespace'] : []),
    ];
    return [
      ...places.map((at): Finding => ({ at, got: 'a field of the cluster’s', expected: 'nothing' })),
      ...(hasNull(object) ? nullsIn(object, '') : []).map((at): Finding => ({
        at,
        got: null,
        expected: 'a value, or no field',
      })),
    ];
  },
};

/** The quick answer, which is nearly always no. */
function hasNull(value: object): boolean {
  for (const key in value) {
    const member = (value as Readonly<Record<string, unknown>>)[key];
    if (member === null || (typeof member === 'object' && hasNull(member))) return true;
  }
  return false;
}

function nullsIn(value: object, at: string): readonly string[] {
  const found: string[] = [];
  for (const key in value) {
    const member = (value as Readonly<Record<string, unknown>>)[key];
    if (member === null) found.push(at + pointer(key));
    else if (typeof member === 'object') found.push(...nullsIn(member, at + pointer(key)));
  }
  return found;
}
