import type { Labels, Manifest } from '../contracts';
import { specOf } from './specs';

/** A port that pods listen on, as declared. */
export interface GroupPort {
  readonly name: string | undefined;
  readonly number: number;
  readonly protocol: string;
}

/** Pods of one kind that an operator makes from a custom resource. */
export interface OperatorPods {
  readonly labels: Labels;
  readonly ports: readonly GroupPort[];
}

/** What CloudNativePG's instances listen on: PostgreSQL, metrics, and the instance manager that the operator asks. */
const instancePorts: readonly GroupPort[] = [
  { name: 'postgresql', number: 5432, protocol: 'TCP' },
  { name: 'metrics', number: 9187, protocol: 'TCP' },
  { name: 'status', number: 8000, protocol: 'TCP' },
];

/** What its pools of connections listen on. */
const poolerPorts: readonly GroupPort[] = [
  { name: 'pgbouncer', number: 5432, protocol: 'TCP' },
  { name: 'metrics', number: 9127, protocol: 'TCP' },
];

/** The kinds from which operators make pods. */
export const operatorKinds: readonly string[] = ['Cluster', 'Pooler'];

/** The jobs that prepare the volume of a first and of a further instance. */
const instanceJobs = ['initdb', 'join'];

/** The pods that stand in no rendered template because an operator makes them, with the labels that it gives them. */
export function operatorPodsOf(manifest: Manifest): readonly OperatorPods[] {
  const { name } = manifest.object.metadata;
  const cluster = specOf('Cluster', manifest);
  if (cluster) {
    const ofCluster = { 'cnpg.io/cluster': name };
    const inherited = cluster.inheritedMetadata?.labels as Labels | undefined;
    return [
      { labels: { ...inherited, ...ofCluster, 'cnpg.io/podRole': 'instance' }, ports: instancePorts },
      // A job's pods inherit nothing.
      ...instanceJobs.map((job) => ({ labels: { ...ofCluster, 'cnpg.io/jobRole': job }, ports: [] })),
    ];
  }
  const pooler = specOf('Pooler', manifest);
  if (!pooler) return [];
  const labels = {
    ...(pooler.template?.metadata?.labels as Labels | undefined),
    'cnpg.io/cluster': pooler.cluster?.name ?? '',
    'cnpg.io/podRole': 'pooler',
    'cnpg.io/poolerName': name,
  };
  return [{ labels, ports: poolerPorts }];
}
