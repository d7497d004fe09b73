import type { Availability, StatelessWorkloadProps } from '../../lib/workloads';
import { StatelessWorkload } from '../../lib/workloads';
import { TestPlatform, workload } from '../test-platform';

const [port] = workload.ports;
const least: StatelessWorkloadProps = { ...workload, preStop: ['sleep', '5'] };

function build(more: Partial<StatelessWorkloadProps> = {}) {
  const platform = new TestPlatform();
  const api = new StatelessWorkload(platform.component(), 'api', { ...least, ...more });
  return { platform, api };
}

it('keeps every rule', () => {
  expect(build().platform.findings).toEqual([]);
});

it('leaves the number of replicas to its autoscaler', () => {
  const { platform } = build();
  const { scaleTargetRef, minReplicas, maxReplicas } = platform.spec('HorizontalPodAutoscaler', 'api');
  expect(platform.spec('Deployment', 'api')).not.toHaveProperty('replicas');
  expect(platform.get(scaleTargetRef?.kind ?? '', scaleTargetRef?.name ?? '').object.apiVersion).toBe(
    scaleTargetRef?.apiVersion,
  );
  expect([minReplicas, maxReplicas]).toEqual([least.scaling.minReplicas, least.scaling.maxReplicas]);
});

it('states the number of replicas where it is always the same, and has no autoscaler', () => {
  const { platform } = build({ scaling: { ...least.scaling, minReplicas: 3, maxReplicas: 3 } });
  expect(platform.spec('Deployment', 'api').replicas).toBe(3);
  expect(platform.ofKind('HorizontalPodAutoscaler')).toEqual([]);
  expect(platform.findings).toEqual([]);
});

it('grows by processor, memory and, where it is told to, requests; and shrinks slowly', () => {
  const metricsOf = (more: Partial<StatelessWorkloadProps>) =>
    build(more)
      .platform.spec('HorizontalPodAutoscaler', 'api')
      .metrics?.map(({ resource, pods }) => [
        resource?.name ?? pods?.metric?.name,
        resource?.target?.averageUtilization ?? pods?.target?.averageValue,
      ]);
  const usual = [
    ['cpu', 70],
    ['memory', 80],
  ];
  expect(metricsOf({})).toEqual(usual);
  expect(metricsOf({ scaling: { ...least.scaling, requestsPerSecond: 50 } })).toEqual([
    ...usual,
    ['http_requests_per_second', '50'],
  ]);
  const { behavior } = build({ scaling: { ...least.scaling, stabilizationWindow: '7m' } }).platform.spec(
    'HorizontalPodAutoscaler',
    'api',
  );
  expect(behavior?.scaleDown?.stabilizationWindowSeconds).toBe(7 * 60);
});

it('is advised on its size, and changed by nobody but the autoscaler', () => {
  const { platform } = build();
  expect(platform.get('VerticalPodAutoscaler', 'api').object.spec).toMatchObject({
    targetRef: { kind: 'Deployment', name: 'api' },
    updatePolicy: { updateMode: 'Off' },
  });
});

it('never serves with fewer pods than before during a roll-out', () => {
  const { strategy, minReadySeconds = 0 } = build().platform.spec('Deployment', 'api');
  expect(strategy?.rollingUpdate?.maxUnavailable).toBe(0);
  expect(strategy?.rollingUpdate?.maxSurge).toBe('25%');
  expect(minReadySeconds).toBeGreaterThan(0);
});

it('lets a node be drained, one of its pods at a time and sick ones at once', () => {
  const { platform, api } = build();
  expect(platform.spec('PodDisruptionBudget', 'api')).toEqual({
    maxUnavailable: 1,
    unhealthyPodEvictionPolicy: 'AlwaysAllow',
    selector: { matchLabels: api.peer.labels },
  });
});

it('is found by its Service, by name and under the number that clients are told', () => {
  const { platform, api } = build({ servicePorts: { http: 80 } });
  const { selector, ports } = platform.spec('Service', 'api');
  const { matchLabels } = platform.spec('Deployment', 'api').selector ?? {};
  const labels = platform.spec('Deployment', 'api').template?.metadata?.labels ?? {};
  expect(selector).toEqual(matchLabels);
  expect(Object.entries(labels)).toEqual(expect.arrayContaining(Object.entries(selector ?? {})));
  expect(ports).toEqual([{ name: 'http', port: 80, protocol: 'TCP', targetPort: 'http' }]);
  expect(api.endpoint(port, 'API').wiring?.values).toEqual({ HOST: 'api.shop-app.svc', PORT: '80' });
  expect(api.endpoint(port).wiring).toBeUndefined();
});

it('offers no port that only kubelets and scrapers ask for', () => {
  const { platform, api } = build({ podPorts: [{ name: 'metrics', number: 9100, protocol: 'TCP' }] });
  expect(platform.spec('Service', 'api').ports?.map(({ name }) => name)).toEqual(['http']);
  expect(platform.container('Deployment', 'api').ports?.map(({ name }) => name)).toEqual(['http', 'metrics']);
  expect(api.peer.namespace).toBe('shop-app');
});

it.each<[Availability, string, string]>([
  ['single', 'ScheduleAnyway', 'ScheduleAnyway'],
  ['hosts', 'ScheduleAnyway', 'DoNotSchedule'],
  ['zones', 'DoNotSchedule', 'ScheduleAnyway'],
])('availability %s: zones %s, hosts %s', (availability, zones, hosts) => {
  const { platform, api } = build({ availability });
  const { topologySpreadConstraints = [], affinity } = platform.spec('Deployment', 'api').template?.spec ?? {};
  const demanded = Object.fromEntries(
    topologySpreadConstraints.map(({ topologyKey = '', whenUnsatisfiable }) => [topologyKey, whenUnsatisfiable]),
  );
  expect(demanded).toEqual({ 'topology.kubernetes.io/zone': zones, 'kubernetes.io/hostname': hosts });
  // Its own pods, and of a running roll-out only those of the same revision.
  for (const { labelSelector, matchLabelKeys } of topologySpreadConstraints) {
    expect(labelSelector?.matchLabels).toEqual(api.peer.labels);
    expect(matchLabelKeys).toEqual(['pod-template-hash']);
  }
  const [preferred] = affinity?.podAntiAffinity?.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  expect(preferred?.podAffinityTerm?.labelSelector?.matchLabels).toEqual(api.peer.labels);
});

it.each<[string, Availability, number, number]>([
  ['too few replicas for hosts', 'hosts', 1, 5],
  ['too few replicas for zones', 'zones', 1, 1],
  ['bounds the wrong way round', 'single', 3, 2],
])('fails for %s', (_, availability, minReplicas, maxReplicas) => {
  const { platform } = build({ availability, scaling: { ...least.scaling, minReplicas, maxReplicas } });
  expect(() => platform.manifests).toThrow(
    new RegExp(
      `'scaling' cannot be used[^]*got +${minReplicas} to ${maxReplicas}[^]*for availability '${availability}'`,
    ),
  );
});

it('accepts every property at once', () => {
  const props: Required<StatelessWorkloadProps> = {
    ...workload,
    podPorts: [{ name: 'metrics', number: 9100, protocol: 'TCP' }],
    servicePorts: { http: 80 },
    serviceType: 'LoadBalancer',
    serviceAnnotations: { 'example.com/scheme': 'internal' },
    loadBalancerSourceRanges: ['198.51.100.0/24'],
    runAs: { user: 20_000, group: 20_001 },
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 90,
    command: ['/bin/api'],
    args: ['--fast'],
    env: { LOG_LEVEL: 'info' },
    mounts: [],
    preStop: ['sleep', '20'],
  };
  const { platform } = build(props);
  expect(platform.get('Service', 'api').object.metadata.annotations).toMatchObject({
    'example.com/scheme': 'internal',
  });
  // The rate limit and the log need the address of the client.
  expect(platform.spec('Service', 'api')).toMatchObject({
    type: 'LoadBalancer',
    externalTrafficPolicy: 'Local',
    loadBalancerSourceRanges: ['198.51.100.0/24'],
  });
  expect(platform.spec('Deployment', 'api').template?.spec).toMatchObject({ terminationGracePeriodSeconds: 90 });
});
