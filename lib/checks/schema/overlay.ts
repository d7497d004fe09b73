import { accessFacts, admissionFacts } from './overlay-access';
import { customResourceFacts } from './overlay-custom-resources';
import { metadataFacts } from './overlay-metadata';
import { discoveryFacts, networkingFacts, serviceFacts } from './overlay-network';
import { podFacts } from './overlay-pods';
import { provisioningFacts, storageFacts } from './overlay-storage';
import { appsFacts, autoscalingFacts, batchFacts, policyFacts, schedulingFacts } from './overlay-workloads';
import type { Overlay } from './schema';

/**
 * Facts that the API server checks in code, which its OpenAPI document therefore
 * does not tell: words, ranges, names, forms, keys of lists, fields that exclude
 * one another. By definition, so a fact about containers is written once.
 */
export const overlay: Overlay = {
  ...inPackage('io.k8s.apimachinery.pkg', metadataFacts),
  ...inPackage('io.k8s.api.core.v1', { ...podFacts, ...serviceFacts, ...storageFacts }),
  ...inPackage('io.k8s.api.apps.v1', appsFacts),
  ...inPackage('io.k8s.api.batch.v1', batchFacts),
  ...inPackage('io.k8s.api.autoscaling.v2', autoscalingFacts),
  ...inPackage('io.k8s.api.policy.v1', policyFacts),
  ...inPackage('io.k8s.api.scheduling.v1', schedulingFacts),
  ...inPackage('io.k8s.api.networking.v1', networkingFacts),
  ...inPackage('io.k8s.api.discovery.v1', discoveryFacts),
  ...inPackage('io.k8s.api.rbac.v1', accessFacts),
  ...inPackage('io.k8s.api.admissionregistration.v1', admissionFacts),
  ...inPackage('io.k8s.api.storage.v1', provisioningFacts),
  ...customResourceFacts,
};

function inPackage(name: string, facts: Overlay): Overlay {
  return Object.fromEntries(Object.entries(facts).map(([definition, schema]) => [`${name}.${definition}`, schema]));
}
