import type { Manifest } from '../../contracts';
import type { Manifests } from '../manifests';
import type { PodGroup } from '../pod-groups';
import { podGroups, podMakers } from '../pod-groups';
import type { Direction } from '../reachability';
import { declaredTraffic, endsOf, passes, policiesIsolating } from '../reachability';
import type { Finding, Rule } from '../rule';
import { selectsAll } from '../selectors';

/** The policies let every declared connection pass, at both ends that are ours. */
export const connectionsAreAllowed: Rule = {
  id: 'connections-are-allowed',
  why: 'A connection that a policy stops times out, and only in the cluster.',
  exemptible: false,
  kinds: podMakers,
  check: (manifest, all) =>
    podGroups(all)
      .of(manifest)
      .flatMap((group) => [...stopped(group, 'egress', all), ...stopped(group, 'ingress', all)]),
};

function stopped(group: PodGroup, direction: Direction, all: Manifests): readonly Finding[] {
  return declaredTraffic(group, direction, all).flatMap(({ far, ports }) =>
    ports
      .filter((port) => !endsOf(far, all).every((end) => passes(group, direction, end, port, all)))
      .map(({ number, protocol }) => ({
        at: `/spec/${direction}`,
        got: `no rule that lets pods of '${group.manifest.object.metadata.name}' ${direction === 'egress' ? 'reach' : 'be reached by'} ${far.id}`,
        expected: `${protocol} ${number} to pass, as declared`,
        of: ownPolicy(group, direction, all),
      })),
  );
}

/** The policy to mend: the one for these pods, rather than the one for all pods of the namespace. */
function ownPolicy(group: PodGroup, direction: Direction, all: Manifests): Manifest {
  const policies = policiesIsolating(group, direction, all);
  const own = policies.find(({ selector }) => !selectsAll(selector)) ?? policies[0];
  return own?.manifest ?? group.manifest;
}
