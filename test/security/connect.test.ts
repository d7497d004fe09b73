import type { NetworkPolicyEgressRule, NetworkPolicyIngressRule } from 'cdk8s-plus-27/lib/imports/k8s';
import type { Rendered } from '../../lib/checks/rendered';
import type { PodPeer } from '../../lib/contracts';
import {
  addresses,
  admit,
  apiServer,
  clients,
  clusterDns,
  connect,
  externalService,
  ingressController,
  nodeLocalDns,
  Secret,
} from '../../lib/security';
import { StatelessWorkload } from '../../lib/workloads';
import { foreignEndpoint, TestPlatform, workload } from '../test-platform';

const [port] = workload.ports;

function build() {
  const platform = new TestPlatform();
  const [web, app] = [platform.component('web'), platform.component('app')];
  const make = (scope: typeof web, id: string): StatelessWorkload =>
    new StatelessWorkload(scope, id, { ...workload, servicePorts: { http: 80 }, preStop: ['sleep', '5'] });
  return { platform, app, client: make(web, 'site'), server: make(app, 'api') };
}

/** The rules of a policy that name somebody's pods. */
function rulesWith<T extends Rendered<NetworkPolicyIngressRule> & Rendered<NetworkPolicyEgressRule>>(
  rules: readonly T[] | undefined,
  { namespace, labels }: PodPeer,
): readonly T[] {
  const wanted = {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } },
    podSelector: { matchLabels: labels },
  };
  return (rules ?? []).filter(
    ({ from = [], to = [] }) => JSON.stringify([...from, ...to]) === JSON.stringify([wanted]),
  );
}

it('opens both ends of a connection, on the port of the pods and not of the Service', () => {
  const { platform, client, server } = build();
  connect(client, server.endpoint(port));
  const { egress } = platform.spec('NetworkPolicy', 'site');
  const { ingress } = platform.spec('NetworkPolicy', 'api');
  const ends = [rulesWith(egress, server.peer), rulesWith(ingress, client.peer)];
  for (const rules of ends) expect(rules.map(({ ports }) => ports)).toEqual([[{ protocol: 'TCP', port: port.number }]]);
  expect(platform.spec('Service', 'api').ports?.map(({ port: number }) => number)).toEqual([80]);
  expect(platform.findings).toEqual([]);
});

it('opens nothing that was not declared', () => {
  const { platform, server } = build();
  const { egress, ingress, policyTypes } = platform.spec('NetworkPolicy', 'api');
  expect({ egress, ingress }).toEqual({});
  expect(policyTypes).toEqual(['Ingress', 'Egress']);
  expect(platform.spec('NetworkPolicy', 'api').podSelector?.matchLabels).toEqual(server.peer.labels);
});

it('lets every client look up names, over UDP and TCP', () => {
  const { platform, client, server } = build();
  connect(client, server.endpoint(port));
  const [lookUp] = rulesWith(platform.spec('NetworkPolicy', 'site').egress, {
    ...client.peer,
    namespace: 'kube-system',
    labels: { 'k8s-app': 'kube-dns' },
  });
  expect(lookUp?.ports).toEqual([
    { protocol: 'UDP', port: 53 },
    { protocol: 'TCP', port: 53 },
  ]);
});

it('tells the client where the server’s Service is', () => {
  const { platform, client, server } = build();
  connect(client, server.endpoint(port, 'API'));
  const { API_HOST: host, API_PORT: number } = platform.variables('Deployment', 'site');
  expect({ host, number }).toEqual({ host: 'api.shop-app.svc', number: '80' });
});

it('mounts what is secret and tells the client its path, in the client’s own namespace', () => {
  const { platform, client, app } = build();
  const secret = new Secret(app, 'mail', { keys: ['password'] });
  const values = { HOST: 'mail' };
  connect(
    client,
    foreignEndpoint('mail', 587, { prefix: 'MAIL', values, secrets: { PASSWORD: { secret, key: 'password' } } }),
  );
  const { MAIL_PASSWORD_FILE: path = '' } = platform.variables('Deployment', 'site');
  const { volumeMounts = [] } = platform.container('Deployment', 'site');
  const mount = volumeMounts.find(({ mountPath = '/-' }) => path === `${mountPath}/password`);
  expect(mount?.readOnly).toBe(true);
  const { volumes = [] } = platform.spec('Deployment', 'site').template?.spec ?? {};
  expect(volumes.find(({ name }) => name === mount?.name)?.secret?.secretName).toBe('mail');
  // Its provider promised it there; nothing would be found missing otherwise.
  expect(platform.findings).toEqual([]);
});

it('gives a client of a server with TLS the authority and a certificate of its own, once', () => {
  const { platform, client } = build();
  connect(client, foreignEndpoint('one', 5432, { prefix: 'ONE', values: {}, tls: true }));
  connect(client, foreignEndpoint('two', 6379, { prefix: 'TWO', values: {}, tls: true }));
  const { ONE_CA_FILE: one, TWO_CA_FILE: two } = platform.variables('Deployment', 'site');
  expect(one).toBe(two);
  expect(one).toMatch(/\/ca\.crt$/);
  expect(platform.ofKind('Certificate').map(({ object }) => object.metadata.name)).toEqual(['site-client-tls']);
  expect(platform.findings).toEqual([]);
});

it('lets a client name its variables', () => {
  const { platform, client, server } = build();
  connect(client, server.endpoint(port, 'API'), {
    variables: ({ values }) => ({ BACKEND: `${values.HOST ?? ''}:${values.PORT ?? ''}` }),
  });
  expect(platform.variables('Deployment', 'site')).toEqual({ BACKEND: 'api.shop-app.svc:80' });
});

it('counts the sessions that were agreed, or those that the server takes for usual', () => {
  const { platform, client, server } = build();
  const door = { ...server.endpoint(port), defaultSessions: 5 };
  connect(client, { ...door, name: 'usual' });
  connect(client, { ...door, name: 'agreed' }, { sessions: 2 });
  connect(client, server.endpoint(port));
  const sessions = platform.topology.outgoingOf(client.peer.id).map(({ to, sessions: held }) => [to.name, held]);
  expect(Object.fromEntries(sessions)).toMatchObject({ usual: 5, agreed: 2, http: undefined });
});

it('lets replicas talk among themselves', () => {
  const { platform, server } = build();
  connect(server, { name: 'peers', server: server.peer, ports: [port] }, { startup: false });
  const { egress, ingress } = platform.spec('NetworkPolicy', 'api');
  expect(rulesWith(egress, server.peer)).toHaveLength(1);
  expect(rulesWith(ingress, server.peer)).toHaveLength(1);
  expect(platform.findings).toEqual([]);
});

it('admits users from their blocks, and an ingress controller by its namespace', () => {
  const { platform, app, server } = build();
  admit(app, clients(['198.51.100.0/24', '203.0.113.0/24']), server.endpoint(port));
  admit(app, ingressController('traefik'), server.endpoint(port));
  const { ingress = [], egress } = platform.spec('NetworkPolicy', 'api');
  expect(ingress.map(({ from }) => from)).toEqual([
    [{ ipBlock: { cidr: '198.51.100.0/24' } }, { ipBlock: { cidr: '203.0.113.0/24' } }],
    [
      {
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'traefik' } },
        podSelector: { matchLabels: {} },
      },
    ],
  ]);
  expect(egress).toBeUndefined();
});

it('reaches hosts outside of the cluster by their addresses, without what stays forbidden', () => {
  const { platform, client } = build();
  connect(
    client,
    externalService('payments', { host: 'pay.example.com', cidrs: ['192.0.2.0/24'], port: 443, prefix: 'PAY' }),
  );
  connect(client, {
    name: 'web',
    server: addresses('internet', ['0.0.0.0/0'], ['10.0.0.0/8']),
    ports: [{ ...port, number: 443 }],
  });
  const { egress = [] } = platform.spec('NetworkPolicy', 'site');
  expect(egress.flatMap(({ to = [] }) => to.flatMap(({ ipBlock }) => ipBlock ?? []))).toEqual([
    { cidr: '192.0.2.0/24' },
    { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] },
  ]);
  expect(platform.variables('Deployment', 'site')).toEqual({ PAY_HOST: 'pay.example.com', PAY_PORT: '443' });
});

it('knows the API server and the caches of DNS by address', () => {
  const { server, ports } = apiServer(['10.96.0.1/32'], [443, 6443]);
  expect(server).toMatchObject({ type: 'addresses', cidrs: ['10.96.0.1/32'] });
  expect(ports.map(({ number }) => number)).toEqual([443, 6443]);
  expect(new Set(ports.map(({ name }) => name)).size).toBe(ports.length);
  const local = nodeLocalDns('169.254.20.10/32');
  expect(local.server).toMatchObject({ type: 'addresses', cidrs: ['169.254.20.10/32'] });
  expect(local.ports).toEqual(clusterDns({ namespace: 'kube-system', labels: {} }).ports);
});

it('fails for the same door twice', () => {
  const { client, server } = build();
  connect(client, server.endpoint(port));
  expect(() => {
    connect(client, server.endpoint(port));
  }).toThrow('shop-web/site is connected to shop-app/api:http twice');
});
