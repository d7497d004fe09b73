import { Bytes } from '../core';
import type { Image, Resources } from '../core';
import type { Availability } from '../workloads';
import { priorityClassName, spread } from '../workloads';
import type {
  ClusterSpec,
  ClusterSpecManagedRoles,
  ClusterSpecTopologySpreadConstraints,
} from '../../imports/postgresql.cnpg.io';
import {
  ClusterSpecAffinityPodAntiAffinityType,
  ClusterSpecImagePullPolicy,
  ClusterSpecManagedRolesEnsure,
  ClusterSpecPostgresqlSynchronousDataDurability,
  ClusterSpecPostgresqlSynchronousMethod,
  ClusterSpecPrimaryUpdateMethod,
  ClusterSpecPrimaryUpdateStrategy,
  ClusterSpecTopologySpreadConstraintsWhenUnsatisfiable,
} from '../../imports/postgresql.cnpg.io';
import { instanceLabels } from './postgres-cluster-pods';
import { clusterHostBasedAccess, clusterParameters } from './postgres-cluster-settings';
import { planMemory } from './postgres-memory';
import type { PostgresSizing } from './postgres-parameters';
import { stopSeconds } from './postgres-server';
import { startSeconds } from './postgres-wal';

/** What a Cluster is made of, apart from what follows from its size. */
export interface ClusterParts {
  readonly image: Image;
  readonly instances: number;
  readonly resources: Resources;
  readonly availability: Availability;
  readonly storage: Bytes;
  readonly walStorage?: Bytes | undefined;
  readonly storageClass?: string | undefined;
}

/** What was declared of a cluster. */
export interface ClusterContents {
  /** The Secret of the server's certificate and its authority. */
  readonly certificate: string;
  readonly roles: readonly ClusterSpecManagedRoles[];
}

/** Room for the instance manager's program, its sockets and logs, and the log segment that it is archiving (assumed, not measured). */
export const operatorScratch = Bytes.mebi(1024);

/** Time that a primary which must step down gets for a fast shutdown before it is ended at once; a longer wait is a longer outage. */
const switchoverSeconds = 60;
/** With one replica alone, waiting for it would stop all writing while it is away. */
const instancesForDurability = 3;

const unsatisfiable = {
  DoNotSchedule: ClusterSpecTopologySpreadConstraintsWhenUnsatisfiable.DO_NOT_SCHEDULE,
  ScheduleAnyway: ClusterSpecTopologySpreadConstraintsWhenUnsatisfiable.SCHEDULE_ANYWAY,
} as const;

/** The spec of a CloudNativePG Cluster. */
export function clusterSpec(
  name: string,
  platform: string,
  { image, instances, resources, availability, storage, walStorage, storageClass }: ClusterParts,
  sizing: PostgresSizing,
  { certificate, roles }: ClusterContents,
): ClusterSpec {
  const durable = instances >= instancesForDurability;
  const volume = (size: Bytes): { readonly size: string; readonly storageClass?: string } => ({
    size: size.toString(),
    ...(storageClass === undefined ? {} : { storageClass }),
  });
  return {
    imageName: image.reference,
    imagePullPolicy: ClusterSpecImagePullPolicy.ALWAYS,
    instances,
    // The other common labels are the operator's to set.
    inheritedMetadata: { labels: { 'app.kubernetes.io/part-of': platform } },
    priorityClassName: priorityClassName(platform, 'data'),
    resources: resourceAmounts(resources),
    ephemeralVolumesSizeLimit: {
      shm: planMemory(sizing).sharedMemoryVolume.toString(),
      temporaryData: operatorScratch.toString(),
    },
    storage: volume(storage),
    ...(walStorage === undefined ? {} : { walStorage: volume(walStorage) }),
    affinity: {
      enablePodAntiAffinity: true,
      podAntiAffinityType:
        availability === 'single'
          ? ClusterSpecAffinityPodAntiAffinityType.PREFERRED
          : ClusterSpecAffinityPodAntiAffinityType.REQUIRED,
      topologyKey: 'kubernetes.io/hostname',
    },
    topologySpreadConstraints: spreadConstraints(name, availability),
    // The superuser has no password: what he must do, the operator does over the socket.
    enableSuperuserAccess: false,
    enablePdb: true,
    primaryUpdateStrategy: ClusterSpecPrimaryUpdateStrategy.UNSUPERVISED,
    // By 'switchover', the webhook would refuse a release that changes the image and a parameter together.
    primaryUpdateMethod: ClusterSpecPrimaryUpdateMethod.RESTART,
    startDelay: startSeconds,
    stopDelay: stopSeconds,
    // Pools never leave by themselves, so waiting for them only makes an outage longer.
    smartShutdownTimeout: 0,
    switchoverDelay: switchoverSeconds,
    certificates: { serverTlsSecret: certificate, serverCaSecret: certificate },
    bootstrap: { initdb: initdb(roles) },
    managed: { roles: [...roles] },
    postgresql: {
      parameters: { ...clusterParameters(sizing) },
      pgHba: [...clusterHostBasedAccess],
      synchronous: {
        method: ClusterSpecPostgresqlSynchronousMethod.ANY,
        number: 1,
        dataDurability: durable
          ? ClusterSpecPostgresqlSynchronousDataDurability.REQUIRED
          : ClusterSpecPostgresqlSynchronousDataDurability.PREFERRED,
        failoverQuorum: durable,
      },
    },
  };
}

/** A role with the password of its Secret, the owner of the database of its name. */
export function managedRole(secret: string, name: string, connectionLimit: number): ClusterSpecManagedRoles {
  return {
    name,
    ensure: ClusterSpecManagedRolesEnsure.PRESENT,
    login: true,
    inherit: true,
    connectionLimit,
    passwordSecret: { name: secret },
  };
}

/** The first role owns the database that the operator makes with the cluster; the others get theirs by Database objects. */
function initdb([first]: readonly ClusterSpecManagedRoles[]): NonNullable<
  NonNullable<ClusterSpec['bootstrap']>['initdb']
> {
  return {
    dataChecksums: true,
    encoding: 'UTF8',
    localeCollate: 'C.UTF-8',
    localeCType: 'C.UTF-8',
    ...(first?.passwordSecret && {
      database: first.name,
      owner: first.name,
      secret: { name: first.passwordSecret.name },
    }),
  };
}

function spreadConstraints(name: string, availability: Availability): ClusterSpecTopologySpreadConstraints[] {
  const { topologySpreadConstraints = [] } = spread(availability, instanceLabels(name));
  return topologySpreadConstraints.map(({ maxSkew, topologyKey, whenUnsatisfiable }) => ({
    maxSkew,
    topologyKey,
    whenUnsatisfiable: unsatisfiable[whenUnsatisfiable === 'DoNotSchedule' ? 'DoNotSchedule' : 'ScheduleAnyway'],
    labelSelector: { matchLabels: { ...instanceLabels(name) } },
  }));
}

/** A size as custom resources write it. */
export function resourceAmounts({ cpu, cpuLimit, memory, ephemeralStorage }: Resources): {
  readonly requests: Record<string, string>;
  readonly limits: Record<string, string>;
} {
  const both = { memory: memory.toString(), 'ephemeral-storage': ephemeralStorage.toString() };
  return { requests: { cpu: cpu.toString(), ...both }, limits: { cpu: cpuLimit.toString(), ...both } };
}
