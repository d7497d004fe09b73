import type { Rule } from '../rule';
import { apiIsServed } from './api-is-served';
import { claimsExist } from './claims-exist';
import { classesExist } from './classes-exist';
import { configMapsExist } from './config-maps-exist';
import { gatewaysExist } from './gateways-exist';
import { ingressBackendsResolve } from './ingress-backends-resolve';
import { issuersExist } from './issuers-exist';
import { mountPathsAreUnique } from './mount-paths-are-unique';
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
  gatewaysExist,
  ingressBackendsResolve,
  issuersExist,
  mountPathsAreUnique,
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
