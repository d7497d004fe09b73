import type { Rule } from '../rule';
import { addsNoCapabilities } from './adds-no-capabilities';
import { apiIsServed } from './api-is-served';
import { autoscalersCanScale } from './autoscalers-can-scale';
import { canonicalQuantities } from './canonical-quantities';
import { claimTemplatesAreTyped } from './claim-templates-are-typed';
import { claimsExist } from './claims-exist';
import { classesExist } from './classes-exist';
import { configMapsExist } from './config-maps-exist';
import { configPathsExist } from './config-paths-exist';
import { confinementIsKept } from './confinement-is-kept';
import { connectionsAreAllowed } from './connections-are-allowed';
import { coreVolumesOnly } from './core-volumes-only';
import { databaseClustersAreComplete } from './database-clusters-are-complete';
import { declaredPodsExist } from './declared-pods-exist';
import { declaredPortsExist } from './declared-ports-exist';
import { defaultDeny } from './default-deny';
import { defaultProcMount } from './default-proc-mount';
import { dnsAllowed } from './dns-allowed';
import { dropsAllCapabilities } from './drops-all-capabilities';
import { edgeHasTls } from './edge-has-tls';
import { envIsConsistent } from './env-is-consistent';
import { exposureIsDeclared } from './exposure-is-declared';
import { externalSecretsAreComplete } from './external-secrets-are-complete';
import { gatewaysExist } from './gateways-exist';
import { gracefulStop } from './graceful-stop';
import { hasDisruptionBudget } from './has-disruption-budget';
import { hasPriorityClass } from './has-priority-class';
import { hasProbes } from './has-probes';
import { highUid } from './high-uid';
import { historyIsBounded } from './history-is-bounded';
import { imagesNotLatest } from './images-not-latest';
import { imagesPinned } from './images-pinned';
import { ingressBackendsResolve } from './ingress-backends-resolve';
import { initResultsAreUsed } from './init-results-are-used';
import { issuersExist } from './issuers-exist';
import { jobsAreBounded } from './jobs-are-bounded';
import { jobsAreReplaceable } from './jobs-are-replaceable';
import { limitRangePresent } from './limit-range-present';
import { limitsNotBelowRequests } from './limits-not-below-requests';
import { limitsWithinRange } from './limits-within-range';
import { mountPathsAreUnique } from './mount-paths-are-unique';
import { mountedFilesExist } from './mounted-files-exist';
import { namesAreLegal } from './names-are-legal';
import { namesAreUnique } from './names-are-unique';
import { namespacesEnforceRestricted } from './namespaces-enforce-restricted';
import { namespacesExist } from './namespaces-exist';
import { noAutomountedToken } from './no-automounted-token';
import { noCredentialLiterals } from './no-credential-literals';
import { noCredentialsInConfig } from './no-credentials-in-config';
import { noExcludedKinds } from './no-excluded-kinds';
import { noHostNamespaces } from './no-host-namespaces';
import { noHostPaths } from './no-host-paths';
import { noHostPorts } from './no-host-ports';
import { noOpenEgress } from './no-open-egress';
import { noPrivilegeEscalation } from './no-privilege-escalation';
import { noProbeHost } from './no-probe-host';
import { noSecretEnv } from './no-secret-env';
import { noSecretPayload } from './no-secret-payload';
import { noServerFields } from './no-server-fields';
import { noUndeclaredTraffic } from './no-undeclared-traffic';
import { notPrivileged } from './not-privileged';
import { objectsAreUsed } from './objects-are-used';
import { objectsFitApply } from './objects-fit-apply';
import { oneAutoscalerPerMetric } from './one-autoscaler-per-metric';
import { oneReplicaOwner } from './one-replica-owner';
import { ownServiceAccount } from './own-service-account';
import { pdbAllowsDrain } from './pdb-allows-drain';
import { pdbEvictsUnhealthy } from './pdb-evicts-unhealthy';
import { pdbSelectsPods } from './pdb-selects-pods';
import { policiesIsolateBothWays } from './policies-isolate-both-ways';
import { policiesPrecedePods } from './policies-precede-pods';
import { policiesUsePodPorts } from './policies-use-pod-ports';
import { policyPeersExist } from './policy-peers-exist';
import { policySelectsPods } from './policy-selects-pods';
import { portsAreNamed } from './ports-are-named';
import { priorityClassesExist } from './priority-classes-exist';
import { probePathsAreAbsolute } from './probe-paths-are-absolute';
import { probePortsExist } from './probe-ports-exist';
import { probesAnswerInTime } from './probes-answer-in-time';
import { probesDiffer } from './probes-differ';
import { pullPolicyAlways } from './pull-policy-always';
import { quotaCoversNamespace } from './quota-covers-namespace';
import { rbacNoClusterAdmin } from './rbac-no-cluster-admin';
import { rbacNoCodeExecution } from './rbac-no-code-execution';
import { rbacNoEscalation } from './rbac-no-escalation';
import { rbacNoSecretRead } from './rbac-no-secret-read';
import { rbacNoWildcards } from './rbac-no-wildcards';
import { readOnlyRoot } from './read-only-root';
import { replicasAreSpread } from './replicas-are-spread';
import { resourcesComplete } from './resources-complete';
import { roleBindingsResolve } from './role-bindings-resolve';
import { rolesAreUsed } from './roles-are-used';
import { rollingUpdateKeepsCapacity } from './rolling-update-keeps-capacity';
import { routeBackendsResolve } from './route-backends-resolve';
import { runsAsNonRoot } from './runs-as-non-root';
import { safeSysctls } from './safe-sysctls';
import { scaleTargetsExist } from './scale-targets-exist';
import { seccompRuntimeDefault } from './seccomp-runtime-default';
import { secretStoresExist } from './secret-stores-exist';
import { secretsExist } from './secrets-exist';
import { securityContextComplete } from './security-context-complete';
import { selectorsDoNotOverlap } from './selectors-do-not-overlap';
import { selectorsMatchTemplate } from './selectors-match-template';
import { serversStartFirst } from './servers-start-first';
import { serviceAccountsExist } from './service-accounts-exist';
import { serviceAddressesResolve } from './service-addresses-resolve';
import { servicePortsExist } from './service-ports-exist';
import { serviceSelectsPods } from './service-selects-pods';
import { sizedEmptyDirs } from './sized-empty-dirs';
import { spreadSelectsOwnPods } from './spread-selects-own-pods';
import { standardLabels } from './standard-labels';
import { stateIsGuarded } from './state-is-guarded';
import { statefulsetServiceExists } from './statefulset-service-exists';
import { tokenNeedsRole } from './token-needs-role';
import { unprivilegedPorts } from './unprivileged-ports';
import { validSchema } from './valid-schema';
import { volumeMountsResolve } from './volume-mounts-resolve';
import { volumesHaveASource } from './volumes-have-a-source';
import { wavesAreIntegers } from './waves-are-integers';
import { wavesFollowReferences } from './waves-follow-references';

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  addsNoCapabilities,
  apiIsServed,
  autoscalersCanScale,
  canonicalQuantities,
  claimTemplatesAreTyped,
  claimsExist,
  classesExist,
  configMapsExist,
  configPathsExist,
  confinementIsKept,
  connectionsAreAllowed,
  coreVolumesOnly,
  databaseClustersAreComplete,
  declaredPodsExist,
  declaredPortsExist,
  defaultDeny,
  defaultProcMount,
  dnsAllowed,
  dropsAllCapabilities,
  edgeHasTls,
  envIsConsistent,
  exposureIsDeclared,
  externalSecretsAreComplete,
  gatewaysExist,
  gracefulStop,
  hasDisruptionBudget,
  hasPriorityClass,
  hasProbes,
  highUid,
  historyIsBounded,
  imagesNotLatest,
  imagesPinned,
  ingressBackendsResolve,
  initResultsAreUsed,
  issuersExist,
  jobsAreBounded,
  jobsAreReplaceable,
  limitRangePresent,
  limitsNotBelowRequests,
  limitsWithinRange,
  mountPathsAreUnique,
  mountedFilesExist,
  namesAreLegal,
  namesAreUnique,
  namespacesEnforceRestricted,
  namespacesExist,
  noAutomountedToken,
  noCredentialLiterals,
  noCredentialsInConfig,
  noExcludedKinds,
  noHostNamespaces,
  noHostPaths,
  noHostPorts,
  noOpenEgress,
  noPrivilegeEscalation,
  noProbeHost,
  noSecretEnv,
  noSecretPayload,
  noServerFields,
  noUndeclaredTraffic,
  notPrivileged,
  objectsAreUsed,
  objectsFitApply,
  oneAutoscalerPerMetric,
  oneReplicaOwner,
  ownServiceAccount,
  pdbAllowsDrain,
  pdbEvictsUnhealthy,
  pdbSelectsPods,
  policiesIsolateBothWays,
  policiesPrecedePods,
  policiesUsePodPorts,
  policyPeersExist,
  policySelectsPods,
  portsAreNamed,
  priorityClassesExist,
  probePathsAreAbsolute,
  probePortsExist,
  probesAnswerInTime,
  probesDiffer,
  pullPolicyAlways,
  quotaCoversNamespace,
  rbacNoClusterAdmin,
  rbacNoCodeExecution,
  rbacNoEscalation,
  rbacNoSecretRead,
  rbacNoWildcards,
  readOnlyRoot,
  replicasAreSpread,
  resourcesComplete,
  roleBindingsResolve,
  rolesAreUsed,
  rollingUpdateKeepsCapacity,
  routeBackendsResolve,
  runsAsNonRoot,
  safeSysctls,
  scaleTargetsExist,
  seccompRuntimeDefault,
  secretStoresExist,
  secretsExist,
  securityContextComplete,
  selectorsDoNotOverlap,
  selectorsMatchTemplate,
  serversStartFirst,
  serviceAccountsExist,
  serviceAddressesResolve,
  servicePortsExist,
  serviceSelectsPods,
  sizedEmptyDirs,
  spreadSelectsOwnPods,
  standardLabels,
  stateIsGuarded,
  statefulsetServiceExists,
  tokenNeedsRole,
  unprivilegedPorts,
  validSchema,
  volumeMountsResolve,
  volumesHaveASource,
  wavesAreIntegers,
  wavesFollowReferences,
];
