import { Bytes } from '../../lib/core';
import type { StatefulWorkloadProps } from '../../lib/workloads';
import { claimVolume, StatefulWorkload } from '../../lib/workloads';
import { TestPlatform, workload } from '../test-platform';

const least: StatefulWorkloadProps = {
  ...workload,
  priority: 'data',
  replicas: 3,
  claims: [{ name: 'data', size: Bytes.parse('10Gi') }],
  mounts: [{ volume: claimVolume('data'), path: '/var/lib/data' }],
};

function build(more: Partial<StatefulWorkloadProps> = {}) {
  const platform = new TestPlatform();
  const base = new StatefulWorkload(platform.component('data'), 'base', { ...least, ...more });
  return { platform, base };
}

it('keeps every rule', () => {
  expect(build().platform.findings).toEqual([]);
});

it('keeps its volumes when it is deleted, scaled down or synced', () => {
  const { platform } = build();
  const { persistentVolumeClaimRetentionPolicy: policy } = platform.spec('StatefulSet', 'base');
  expect(policy).toEqual({ whenDeleted: 'Retain', whenScaled: 'Retain' });
  const { annotations } = platform.get('StatefulSet', 'base').object.metadata;
  expect(annotations?.['argocd.argoproj.io/sync-options']).toBe('Prune=false,Delete=false');
});

it('mounts a claim that each replica has of its own', () => {
  const { platform } = build({ claims: [{ name: 'data', size: Bytes.parse('10Gi'), storageClass: 'fast' }] });
  const [claim, ...others] = platform.spec('StatefulSet', 'base').volumeClaimTemplates ?? [];
  expect(others).toEqual([]);
  const [mount] = platform.container('StatefulSet', 'base').volumeMounts ?? [];
  expect(mount).toEqual({ name: claim?.metadata?.name, mountPath: '/var/lib/data' });
  expect(claim?.spec).toMatchObject({ storageClassName: 'fast', resources: { requests: { storage: '10Gi' } } });
  // What the API server adds must stand there already, or it would differ for ever.
  expect(claim).toMatchObject({ apiVersion: 'v1', kind: 'PersistentVolumeClaim' });
});

it('leaves the class of its volumes to the cluster unless it is told', () => {
  const [claim] = build().platform.spec('StatefulSet', 'base').volumeClaimTemplates ?? [];
  expect(claim?.spec).not.toHaveProperty('storageClassName');
});

it('names each replica by the Service that its pods belong to', () => {
  const { platform, base } = build();
  const { serviceName = '' } = platform.spec('StatefulSet', 'base');
  const { clusterIP, publishNotReadyAddresses, selector } = platform.spec('Service', serviceName);
  expect(clusterIP).toBe('None');
  expect(publishNotReadyAddresses).toBe(true);
  expect(selector).toEqual(base.peer.labels);
  expect(base.hostOf(2)).toBe(`base-2.${serviceName}.shop-data.svc`);
  expect(base.hostOf(0).endsWith(base.headlessHost)).toBe(true);
});

it('offers clients the replicas that are ready, under its own name', () => {
  const { platform, base } = build();
  const service = platform.spec('Service', base.host.split('.')[0] ?? '');
  expect(service.publishNotReadyAddresses).toBeUndefined();
  expect(service.ports?.map(({ targetPort }) => targetPort)).toEqual(
    platform.container('StatefulSet', 'base').ports?.map(({ name }) => name),
  );
});

it('starts one replica after the other, or all at once where they need one another', () => {
  expect(build().platform.spec('StatefulSet', 'base').podManagementPolicy).toBe('OrderedReady');
  const { platform } = build({ podManagementPolicy: 'Parallel' });
  expect(platform.spec('StatefulSet', 'base').podManagementPolicy).toBe('Parallel');
});

it('is drained one replica at a time', () => {
  const { platform, base } = build();
  expect(platform.spec('PodDisruptionBudget', 'base')).toMatchObject({
    maxUnavailable: 1,
    selector: { matchLabels: base.peer.labels },
  });
});
