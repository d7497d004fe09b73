import type { Prerequisite } from '../lib/contracts';
import type { Environment } from '../lib/environment';
import { clusterIssuerNamespace } from '../lib/core';

/** What must stand in the environment's cluster before the first sync. */
export function prerequisitesOf(environment: Environment): readonly Prerequisite[] {
  return [
    { kind: 'Operator', name: 'cert-manager', neededFor: 'certificates' },
    { kind: 'Namespace', name: clusterIssuerNamespace, neededFor: 'the internal certificate authority' },
    { kind: 'Operator', name: 'vertical-pod-autoscaler', neededFor: 'size recommendations' },
    { kind: 'Operator', name: 'metrics-server', neededFor: 'autoscaling by processor and memory' },
    ...certificateIssuers(environment),
    ...secretStore(environment),
    ...exposureClass(environment),
    ...storageClasses(environment),
    ...databaseOperator(environment),
    ...requestRateMetrics(environment),
  ];
}

function certificateIssuers({ certificates: { edge, internal } }: Environment): readonly Prerequisite[] {
  const issuer = { kind: edge.kind, name: edge.name, neededFor: 'certificates of the public hosts' };
  if (internal.type === 'selfSigned') return [issuer];
  return [issuer, { kind: internal.kind, name: internal.name, neededFor: 'certificates between pods' }];
}

function secretStore({ secrets }: Environment): readonly Prerequisite[] {
  if (secrets.provider !== 'external-secrets') return [];
  return [
    { kind: 'Operator', name: 'external-secrets', neededFor: 'secrets' },
    { kind: secrets.store.kind, name: secrets.store.name, neededFor: `secrets under ${secrets.path}` },
  ];
}

function exposureClass({ exposure }: Environment): readonly Prerequisite[] {
  if (exposure.type === 'loadBalancer') return [];
  const kind = exposure.type === 'ingress' ? 'IngressClass' : 'GatewayClass';
  return [
    { kind, name: exposure.className, neededFor: 'requests from outside' },
    { kind: 'Namespace', name: exposure.controllerNamespace, neededFor: 'the controller that passes requests on' },
  ];
}

function storageClasses({ postgres, redis }: Environment): readonly Prerequisite[] {
  const classes = [
    postgres.engine === 'external' ? undefined : postgres.storageClass,
    redis.mode === 'external' ? undefined : redis.storageClass,
  ];
  return [...new Set(classes)]
    .filter((name) => name !== undefined)
    .map((name) => ({ kind: 'StorageClass', name, neededFor: 'volumes of databases' }));
}

function databaseOperator({ postgres }: Environment): readonly Prerequisite[] {
  if (postgres.engine !== 'cloudnativepg') return [];
  return [
    { kind: 'Operator', name: 'cloudnative-pg', neededFor: 'PostgreSQL with automatic failover' },
    {
      kind: 'Namespace',
      name: postgres.operatorNamespace,
      neededFor: 'the operator, which asks every instance how it is',
    },
  ];
}

function requestRateMetrics({ defaults, services }: Environment): readonly Prerequisite[] {
  const scalings = [defaults.scaling, ...Object.values(services).map(({ scaling }) => scaling)];
  return scalings.some((scaling) => scaling?.requestsPerSecond !== undefined)
    ? [{ kind: 'Operator', name: 'custom metrics adapter', neededFor: 'autoscaling by requests per second' }]
    : [];
}
