import type { PolicyRule, RoleRef, Subject } from 'cdk8s-plus-27/lib/imports/k8s';
import type { Rendered } from '../../lib/checks/rendered';
import { apiServer } from '../../lib/security';
import { StatelessWorkload } from '../../lib/workloads';
import { TestPlatform, workload } from '../test-platform';

const api = apiServer(['10.96.0.1/32'], [443]);
const rules = [{ apiGroups: [''], resources: ['configmaps'], resourceNames: ['settings'], verbs: ['get'] }];

function build(granted: boolean) {
  const platform = new TestPlatform();
  const reader = new StatelessWorkload(platform.component(), 'reader', { ...workload, preStop: ['sleep', '5'] });
  if (granted) reader.pods.grant(api, rules);
  return { platform, reader };
}

function tokenOf(platform: TestPlatform) {
  const { volumes = [], ...pod } = platform.spec('Deployment', 'reader').template?.spec ?? {};
  const volume = volumes.find(({ projected }) => projected?.sources?.some((source) => source.serviceAccountToken));
  return { pod, volume };
}

it('gives the account of the pods exactly the rules, by a Role of its own', () => {
  const { platform } = build(true);
  const binding = platform.get('RoleBinding', 'reader').object;
  const role = platform.get('Role', (binding.roleRef as Rendered<RoleRef>).name ?? '').object;
  expect(role.rules as readonly Rendered<PolicyRule>[]).toEqual(rules);
  const account = platform.spec('Deployment', 'reader').template?.spec?.serviceAccountName ?? '';
  expect(binding.subjects as readonly Rendered<Subject>[]).toEqual([
    { kind: 'ServiceAccount', name: account, namespace: 'shop-app' },
  ]);
  expect(platform.get('ServiceAccount', account).object.automountServiceAccountToken).toBe(false);
  expect(platform.findings).toEqual([]);
});

it('mounts a short-lived token where programs look for it, and reaches the API server', () => {
  const { platform } = build(true);
  const { pod, volume } = tokenOf(platform);
  expect(pod.automountServiceAccountToken).toBe(false);
  const mount = platform.container('Deployment', 'reader').volumeMounts?.find(({ name }) => name === volume?.name);
  expect(mount).toMatchObject({ mountPath: '/var/run/secrets/kubernetes.io/serviceaccount', readOnly: true });
  const paths = volume?.projected?.sources?.flatMap(({ serviceAccountToken, configMap, downwardAPI }) => [
    ...(serviceAccountToken ? [serviceAccountToken.path] : []),
    ...(configMap?.items ?? downwardAPI?.items ?? []).map(({ path }) => path),
  ]);
  expect(paths).toEqual(['token', 'ca.crt', 'namespace']);
  const blocks = platform
    .spec('NetworkPolicy', 'reader')
    .egress?.flatMap(({ to = [] }) => to.map(({ ipBlock }) => ipBlock?.cidr));
  expect(blocks).toContain('10.96.0.1/32');
});

it('is the only way to a token', () => {
  const { platform } = build(false);
  const { pod, volume } = tokenOf(platform);
  expect(volume).toBeUndefined();
  expect(pod.automountServiceAccountToken).toBe(false);
});

it('reaches into other namespaces with one token and one connection', () => {
  const platform = new TestPlatform();
  platform.component('data');
  const reader = new StatelessWorkload(platform.component(), 'reader', { ...workload, preStop: ['sleep', '5'] });
  const roles = ['shop-app', 'shop-data'].map(
    (namespace) => reader.pods.grant(api, rules, namespace).role.metadata.namespace,
  );
  expect(roles).toEqual(['shop-app', 'shop-data']);
  expect(
    platform.ofKind('RoleBinding').map(({ object }) => (object.subjects as readonly Rendered<Subject>[])[0]?.namespace),
  ).toEqual(['shop-app', 'shop-app']);
  expect(platform.topology.outgoingOf(reader.peer.id).filter(({ to }) => to === api)).toHaveLength(1);
  const { volumes = [] } = platform.spec('Deployment', 'reader').template?.spec ?? {};
  expect(volumes).toHaveLength(1);
});
