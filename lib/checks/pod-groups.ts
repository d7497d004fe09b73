import type { LabelSelector } from 'cdk8s-plus-27/lib/imports/k8s';
import type { Labels, Manifest, Peer } from '../contracts';
import type { Manifests } from './manifests';
import { appendTo, matches } from './manifests';
import type { GroupPort } from './operator-pods';
import { operatorKinds, operatorPodsOf } from './operator-pods';
import { containersOf, podKinds, podTemplateOf } from './pods';
import type { Rendered } from './rendered';
import { selects } from './selectors';

/** Pods that one object makes, all alike: those of a workload, or one kind of those that an operator makes. */
export interface PodGroup {
  readonly manifest: Manifest;
  readonly namespace: string;
  readonly labels: Labels;
  readonly ports: readonly GroupPort[];
}

/** The kinds that make pods, themselves or through an operator. */
export const podMakers: readonly string[] = [...podKinds, ...operatorKinds];

/** Every pod group of an environment, found by labels without looking at all of them. */
export class PodGroups {
  private readonly byManifest = new Map<Manifest, readonly PodGroup[]>();
  private readonly byNamespace = new Map<string, PodGroup[]>();
  private readonly byLabel = new Map<string, PodGroup[]>();
  private readonly byPeer = new Map<Peer, readonly PodGroup[]>();

  constructor(all: Manifests) {
    for (const manifest of all) {
      const groups = groupsOf(manifest);
      this.byManifest.set(manifest, groups);
      for (const group of groups) this.add(group);
    }
  }

  /** The pods that an object makes. */
  public of(manifest: Manifest): readonly PodGroup[] {
    return this.byManifest.get(manifest) ?? [];
  }

  public in(namespace: string | undefined): readonly PodGroup[] {
    return this.byNamespace.get(namespace ?? '') ?? [];
  }

  public selectedBy(namespace: string | undefined, selector: Rendered<LabelSelector> | undefined): readonly PodGroup[] {
    return this.candidates(namespace, selector?.matchLabels).filter(({ labels }) => selects(selector, labels));
  }

  /** Those that carry the labels; all of the namespace when there are none. */
  public labeled(namespace: string | undefined, labels: Labels): readonly PodGroup[] {
    return this.candidates(namespace, labels).filter((group) => matches(labels, group.labels));
  }

  /** The pods that one end of a connection stands for; none for addresses and for pods of others. */
  public ofPeer(peer: Peer): readonly PodGroup[] {
    if (peer.type !== 'pods' || !peer.managed) return [];
    const known = this.byPeer.get(peer);
    if (known) return known;
    const groups = this.labeled(peer.namespace, peer.labels);
    this.byPeer.set(peer, groups);
    return groups;
  }

  private add(group: PodGroup): void {
    appendTo(this.byNamespace, group.namespace, group);
    for (const [key, value] of Object.entries(group.labels)) {
      appendTo(this.byLabel, `${group.namespace}/${key}=${value}`, group);
    }
  }

  private candidates(
    namespace: string | undefined,
    labels: Rendered<LabelSelector>['matchLabels'],
  ): readonly PodGroup[] {
    for (const key in labels) return this.byLabel.get(`${namespace ?? ''}/${key}=${String(labels[key])}`) ?? [];
    return this.in(namespace);
  }
}

/** The environment's pod groups, made once per pass. */
export function podGroups(all: Manifests): PodGroups {
  return all.derive(buildPodGroups);
}

function buildPodGroups(all: Manifests): PodGroups {
  return new PodGroups(all);
}

function groupsOf(manifest: Manifest): readonly PodGroup[] {
  const { namespace = '' } = manifest.object.metadata;
  const template = podTemplateOf(manifest);
  if (!template) return operatorPodsOf(manifest).map((pods) => ({ manifest, namespace, ...pods }));
  const ports = containersOf(manifest).flatMap(({ container }) =>
    (container.ports ?? []).map(({ name: port, containerPort = 0, protocol = 'TCP' }) => ({
      name: port,
      number: containerPort,
      protocol,
    })),
  );
  return [{ manifest, namespace, labels: template.labels, ports }];
}
