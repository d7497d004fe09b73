import type { Labels } from '../contracts';

/** The one label that selects a workload's pods. Unique in a namespace, and never changed. */
export const identityLabel = 'app.kubernetes.io/name';

/** Who writes these objects. */
export const managedBy = 'drydock';

const maxLabelLength = 63;

/** The labels that every object of a workload (or of a component) carries besides those of its chart. */
export function nameLabels(name: string): Labels {
  return { [identityLabel]: name, 'app.kubernetes.io/instance': name };
}

/** The labels that a chart gives to all its objects. */
export function chartLabels(platform: string, component: string): Labels {
  return {
    'app.kubernetes.io/part-of': platform,
    'app.kubernetes.io/component': component,
    'app.kubernetes.io/managed-by': managedBy,
  };
}

/** What selects exactly the pods of one workload within its namespace. */
export function identityOf(name: string): Labels {
  return { [identityLabel]: name };
}

/** An image's tag as a label value: cut to what a label may hold, which begins and ends with a letter or digit. */
export function versionLabel(tag: string): Labels {
  const cut = tag.slice(0, maxLabelLength).replaceAll(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
  return { 'app.kubernetes.io/version': cut };
}
