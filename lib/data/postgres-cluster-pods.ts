import type { Construct } from 'constructs';
import type { Endpoint, Labels, PodPort } from '../contracts';
import type { Bytes, Resources } from '../core';
import { objectName } from '../core';
import { admit, connect, foreignPods } from '../security';
import { OperatorPods } from './operator-pods';
import { postgresPort } from './postgres-databases';

/** What the pods of a cluster are, and whom they must reach. */
export interface PostgresClusterPodsProps {
  readonly instances: number;
  readonly resources: Resources;
  /** The volumes of one instance. */
  readonly claims: readonly Bytes[];
  readonly operatorNamespace: string;
  readonly apiServer: Endpoint;
}

/** Where an instance manager answers the operator and the other instances. */
const statusPort: PodPort = { name: 'status', number: 8000, protocol: 'TCP' };

/** The label by which CloudNativePG's own pods are known. */
const operatorLabels: Labels = { 'app.kubernetes.io/name': 'cloudnative-pg' };

/** What selects the instances of a cluster: not its jobs, and not its poolers. */
export function instanceLabels(cluster: string): Labels {
  return { 'cnpg.io/cluster': cluster, 'cnpg.io/podRole': 'instance' };
}

/**
 * The pods of a CloudNativePG cluster: its instances, and the jobs that prepare
 * the volumes of the first and of every further one. Instances talk to each
 * other and to the API server; the operator talks to them.
 */
export function createClusterPods(scope: Construct, name: string, props: PostgresClusterPodsProps): OperatorPods {
  const { instances, resources, claims, operatorNamespace, apiServer } = props;
  // The operator copies its manager into each pod by an init container of the same size.
  const pod = { containers: [resources], initContainers: [resources], loadBalancers: 0 };
  const pods = new OperatorPods(scope, 'Instances', name, {
    labels: instanceLabels(name),
    shape: () => ({ ...pod, count: instances, claims: Array.from({ length: instances }).flatMap(() => claims) }),
    resource: scope,
  });
  const job = (role: 'initdb' | 'join', count: number): OperatorPods =>
    new OperatorPods(scope, role, objectName(name, role), {
      labels: { 'cnpg.io/cluster': name, 'cnpg.io/jobRole': role },
      // One at a time; the volumes of an instance that is lost may still be there when its successor's are made.
      shape: () => ({ ...pod, count, claims: count === 0 ? [] : claims }),
    });
  const first = job('initdb', 0);
  const further = job('join', 1);

  const door: Endpoint = { name: 'instance', server: pods.peer, ports: [postgresPort, statusPort] };
  const started = { startup: false };
  for (const client of [pods, first, further]) connect(client, apiServer, started);
  connect(pods, door, started);
  connect(further, { ...door, ports: [postgresPort] }, started);
  admit(scope, { peer: foreignPods(operatorNamespace, 'cloudnative-pg', operatorLabels) }, door);
  return pods;
}
