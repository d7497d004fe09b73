import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { DescriptionError } from './errors';
import type { Topology } from './topology';

/** The annotation by which Argo CD orders a sync. */
export const syncWaveAnnotation = 'argocd.argoproj.io/sync-wave';

/** Waves below zero hold what every workload stands on; workloads start at zero, servers before clients. */
const stages = { foundation: -30, access: -20, secrets: -10 } as const;

const stageOfKind: Readonly<Record<string, keyof typeof stages>> = {
  Namespace: 'foundation',
  PriorityClass: 'foundation',
  ClusterIssuer: 'foundation',
  ResourceQuota: 'access',
  LimitRange: 'access',
  ServiceAccount: 'access',
  Role: 'access',
  RoleBinding: 'access',
  ClusterRole: 'access',
  ClusterRoleBinding: 'access',
  NetworkPolicy: 'access',
  SecretStore: 'access',
  ConfigMap: 'secrets',
  ExternalSecret: 'secrets',
  Certificate: 'secrets',
};

const placed = new WeakSet<IConstruct>();
const levelOf = new WeakMap<IConstruct, number>();

/**
 * The wave of every workload: one more than the highest of the servers that it
 * waits for, so a database syncs before what stores data in it.
 * @throws when workloads wait for one another in a circle
 */
export function startLevels(topology: Topology): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  const open: string[] = [];
  const visit = (id: string): number => {
    const known = levels.get(id);
    if (known !== undefined) return known;
    if (open.includes(id)) {
      throw new DescriptionError(
        `${[...open.slice(open.indexOf(id)), id].join(' → ')}: each waits for the next, so none can start; ` +
          `pass { startup: false } to the connect(…) whose client can start without its server`,
      );
    }
    open.push(id);
    const waitsFor = topology
      .outgoingOf(id)
      .filter(({ startup }) => startup)
      .flatMap(({ to }) => [to.server, ...(to.readyAfter ?? [])])
      .filter((peer) => peer.id !== id && topology.node(peer.id) !== undefined);
    const level = waitsFor.reduce((highest, peer) => Math.max(highest, visit(peer.id) + 1), 0);
    open.pop();
    levels.set(id, level);
    return level;
  };
  for (const { peer } of topology.nodes) visit(peer.id);
  return levels;
}

/** Gives every API object its sync wave. Call once, when everything is connected. */
export function assignSyncWaves(root: IConstruct, topology: Topology): void {
  const levels = startLevels(topology);
  for (const { peer, construct } of topology.nodes) levelOf.set(construct, levels.get(peer.id) ?? 0);
  const walk = (construct: IConstruct, level: number): void => {
    const own = levelOf.get(construct) ?? level;
    if (ApiObject.isApiObject(construct) && !placed.has(construct)) {
      const stage = stageOfKind[construct.kind];
      construct.metadata.addAnnotation(syncWaveAnnotation, String(stage === undefined ? own : stages[stage]));
    }
    for (const child of construct.node.children) walk(child, own);
  };
  walk(root, 0);
}

/**
 * Puts an object into a stage by hand, `step` waves after its beginning: for
 * what must be ready before others of the same stage.
 */
export function placeInStage(object: ApiObject, stage: keyof typeof stages, step = 0): void {
  placed.add(object);
  object.metadata.addAnnotation(syncWaveAnnotation, String(stages[stage] + step));
}
