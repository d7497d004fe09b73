import type { Rule } from '../rule';
import { apiIsServed } from './api-is-served';
import { claimsExist } from './claims-exist';
import { classesExist } from './classes-exist';
import { configMapsExist } from './config-maps-exist';
import { connectionsAreAllowed } from './connections-are-allowed';
import { declaredPodsExist } from './declared-pods-exist';
import { declaredPortsExist } from './declared-ports-exist';
import { defaultDeny } from './default-deny';
import { dnsAllowed } from './dns-allowed';
import { exposureIsDeclared } from './exposure-is-declared';
import { gatewaysExist } from './gateways-exist';
import { ingressBackendsResolve } from './ingress-backends-resolve';
import { issuersExist } from './issuers-exist';
import { mountPathsAreUnique } from './mount-paths-are-unique';
import { noOpenEgress } from './no-open-egress';
import { noUndeclaredTraffic } from './no-undeclared-traffic';
import { policiesUsePodPorts } from './policies-use-pod-ports';
import { policyPeersExist } from './policy-peers-exist';
import { policySelectsPods } from './policy-selects-pods';
import { portsAreNamed } from './ports-are-named';
import { priorityClassesExist } from './priority-classes-exist';
import { readOnlyRoot } from './read-only-root';
import { roleBindingsResolve } from './role-bindings-resolve';
import { routeBackendsResolve } from './route-backends-resolve';
import { scaleTargetsExist } from './scale-targets-exist';
import { secretStoresExist } from './secret-stores-exist';
import { secretsExist } from './secrets-exist';
import { selectorsDoNotOverlap } from './selectors-do-not-overlap';
import { selectorsMatchTemplate } from './selectors-match-template';
import { serviceAccountsExist } from './service-accounts-exist';
import { servicePortsExist } from './service-ports-exist';
import { serviceSelectsPods } from './service-selects-pods';
import { statefulsetServiceExists } from './statefulset-service-exists';
import { validSchema } from './valid-schema';
import { volumeMountsResolve } from './volume-mounts-resolve';

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  apiIsServed,
  claimsExist,
  classesExist,
  configMapsExist,
  connectionsAreAllowed,
  declaredPodsExist,
  declaredPortsExist,
  defaultDeny,
  dnsAllowed,
  exposureIsDeclared,
  gatewaysExist,
  ingressBackendsResolve,
  issuersExist,
  mountPathsAreUnique,
  noOpenEgress,
  noUndeclaredTraffic,
  policiesUsePodPorts,
  policyPeersExist,
  policySelectsPods,
  portsAreNamed,
  priorityClassesExist,
  readOnlyRoot,
  roleBindingsResolve,
  routeBackendsResolve,
  scaleTargetsExist,
  secretStoresExist,
  secretsExist,
  selectorsDoNotOverlap,
  selectorsMatchTemplate,
  serviceAccountsExist,
  servicePortsExist,
  serviceSelectsPods,
  statefulsetServiceExists,
  validSchema,
  volumeMountsResolve,
];
