import fc from 'fast-check';
import { Bytes, Cpu, resourcesOf } from '../../lib/core';
import { StatefulWorkload, StatelessWorkload, Task } from '../../lib/workloads';
import { image, TestPlatform, workload } from '../test-platform';

/** The parts of a quantity, however it is written. */
function amounts(record: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(record).map(([key, text]) => [
      key,
      key.includes('cpu') ? Cpu.parse(String(text)).millicores : Bytes.parse(String(text)).value,
    ]),
  );
}

it('admits only restricted pods, and keeps to itself', () => {
  const platform = new TestPlatform();
  new StatelessWorkload(platform.component(), 'api', { ...workload, preStop: ['sleep', '5'] });
  const { labels = {}, annotations = {} } = platform.get('Namespace', 'shop-app').object.metadata;
  for (const mode of ['enforce', 'audit', 'warn'])
    expect(labels[`pod-security.kubernetes.io/${mode}`]).toBe('restricted');
  expect(annotations['argocd.argoproj.io/sync-options']).toBe('Prune=false,Delete=false');
  expect(platform.spec('NetworkPolicy', 'default-deny')).toEqual({
    podSelector: {},
    policyTypes: ['Ingress', 'Egress'],
  });
  expect(platform.get('ServiceAccount', 'default').object.automountServiceAccountToken).toBe(false);
  expect(platform.findings).toEqual([]);
});

it('belongs to nobody else: two tiers have a namespace and a quota each', () => {
  const platform = new TestPlatform();
  const [app, data] = [platform.component('app'), platform.component('data')];
  for (const [scope, id] of [
    [app, 'api'],
    [data, 'orders'],
    [data, 'invoices'],
  ] as const) {
    new StatelessWorkload(scope, id, { ...workload, preStop: ['sleep', '5'] });
  }
  expect(platform.ofKind('Namespace').map(({ object }) => object.metadata.name)).toEqual(['shop-app', 'shop-data']);
  const pods = (tier: string): number => Number(platform.spec('ResourceQuota', tier).hard?.pods);
  expect(pods('data')).toBe(2 * pods('app'));
});

const size = fc.record({
  cpu: fc.integer({ min: 10, max: 2000 }).map((millis) => `${millis}m`),
  memory: fc.integer({ min: 16, max: 4096 }).map((mebi) => `${mebi}Mi`),
});

it('has a quota that is exactly what its workloads take at full scale in the middle of a roll-out', () => {
  const bounds = {
    replicas: fc.integer({ min: 2, max: 30 }),
    stateful: fc.integer({ min: 2, max: 5 }),
    disk: fc.integer({ min: 1, max: 64 }),
  };
  fc.assert(
    fc.property(fc.record({ ...bounds, main: size, init: size, side: size, base: size, task: size }), (described) => {
      const { replicas, stateful, disk, main, init, side, base, task } = described;
      const platform = new TestPlatform();
      const app = platform.component();
      const api = new StatelessWorkload(app, 'api', {
        ...workload,
        preStop: ['sleep', '5'],
        resources: resourcesOf(main),
        scaling: { ...workload.scaling, maxReplicas: replicas },
        serviceType: 'LoadBalancer',
      });
      api.pods.addInitContainer('init', { image, resources: resourcesOf(init) });
      api.pods.addSidecar('side', { image, resources: resourcesOf(side) });
      const claims = ['data', 'log'].map((name) => ({ name, size: Bytes.mebi(disk) }));
      new StatefulWorkload(app, 'base', { ...workload, resources: resourcesOf(base), replicas: stateful, claims });
      new Task(app, 'task', { image, resources: resourcesOf(task), activeDeadlineSeconds: 60 });

      // The surge of a roll-out, and as many pods that are still stopping.
      const pods = replicas + 2 * Math.ceil(replicas / 4);
      const [a, i, s, b, t] = [main, init, side, base, task].map(resourcesOf);
      const total = (of: (resources: ReturnType<typeof resourcesOf> | undefined) => number): number =>
        pods * Math.max(of(i), of(a) + of(s)) + stateful * of(b) + of(t);
      const memory = total((resources) => resources?.memory.value ?? 0);
      expect(amounts(platform.spec('ResourceQuota', 'app').hard)).toEqual({
        pods: pods + stateful + 1,
        'requests.cpu': total((resources) => resources?.cpu.millicores ?? 0),
        'limits.cpu': total((resources) => resources?.cpuLimit.millicores ?? 0),
        'requests.memory': memory,
        'limits.memory': memory,
        'requests.ephemeral-storage': total((resources) => resources?.ephemeralStorage.value ?? 0),
        'limits.ephemeral-storage': total((resources) => resources?.ephemeralStorage.value ?? 0),
        persistentvolumeclaims: stateful * 2,
        'requests.storage': stateful * 2 * disk * 2 ** 20,
        'services.loadbalancers': 1,
      });
    }),
    { numRuns: 25 },
  );
});

it('limits a container to the largest that is described, and gives one without a size the smallest', () => {
  fc.assert(
    fc.property(fc.array(size, { minLength: 1, maxLength: 4 }), (sizes) => {
      const platform = new TestPlatform();
      const app = platform.component();
      for (const [index, described] of sizes.entries()) {
        new Task(app, `task-${index}`, { image, resources: resourcesOf(described), activeDeadlineSeconds: 60 });
      }
      const resources = sizes.map(resourcesOf);
      const [limits] = platform.spec('LimitRange', 'app').limits ?? [];
      const memory = resources.map((each) => each.memory.value);
      expect(amounts(limits?.max)).toMatchObject({
        cpu: Math.max(...resources.map(({ cpuLimit }) => cpuLimit.millicores)),
        memory: Math.max(...memory),
      });
      expect(amounts(limits?.default)).toMatchObject({
        cpu: Math.min(...resources.map(({ cpuLimit }) => cpuLimit.millicores)),
        memory: Math.min(...memory),
      });
      expect(amounts(limits?.defaultRequest)).toMatchObject({
        cpu: Math.min(...resources.map(({ cpu }) => cpu.millicores)),
      });
    }),
    { numRuns: 25 },
  );
});
