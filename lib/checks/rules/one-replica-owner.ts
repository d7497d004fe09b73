import type { Rule } from '../rule';
import { replicaScalersOf } from '../scale';
import { specOf } from '../specs';

const at = '/spec/replicas';

/** The number of replicas is set by the manifest or by one autoscaler. */
export const oneReplicaOwner: Rule = {
  id: 'one-replica-owner',
  why: 'With two owners every sync undoes what the autoscaler did, in the middle of the load; with none it is 1.',
  aliases: [
    'deployment-targeted-by-hpa-does-not-have-replicas-configured',
    'deployment-replicas',
    'deploymentMissingReplicas',
  ],
  kinds: ['Deployment', 'StatefulSet', 'ReplicaSet'],
  check: (manifest, all) => {
    const spec = specOf('Deployment', manifest) ?? specOf('StatefulSet', manifest) ?? specOf('ReplicaSet', manifest);
    if (!spec) return [];
    const owners = replicaScalersOf(manifest, all).map(({ object }) => `${object.kind} '${object.metadata.name}'`);
    if (spec.replicas === undefined && owners.length === 1) return [];
    if (spec.replicas !== undefined && owners.length === 0) return [];
    const expected = owners.length === 0 ? 'a number, because nothing scales it' : `one owner: ${owners.join(', ')}`;
    return [{ at, got: spec.replicas, expected }];
  },
};
