import { App } from 'cdk8s';
import { Construct } from 'constructs';
import type { Endpoint, PodPeer } from '../../lib/contracts';
import { startLevels, Topology } from '../../lib/core';
import { addresses, clusterDns } from '../../lib/security';

const dns = clusterDns({ namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } });

function pods(name: string): PodPeer {
  return { type: 'pods', id: `shop/${name}`, namespace: 'shop', labels: { app: name }, managed: true };
}

function door(server: Endpoint['server'], name = 'http', more: Partial<Endpoint> = {}): Endpoint {
  return { name, server, ports: [{ name, number: 80, protocol: 'TCP' }], ...more };
}

/** A topology with one workload for each name. */
function build(...names: readonly string[]) {
  const root = new App();
  const topology = Topology.create(root, dns);
  const shape = () => ({ count: 1, containers: [], initContainers: [], claims: [], loadBalancers: 0 });
  for (const name of names) topology.add({ peer: pods(name), construct: new Construct(root, name), shape });
  const link = (from: string, to: Endpoint, startup = true): void => {
    topology.connect({ from: pods(from), to, startup });
  };
  return { root, topology, link };
}

test('both ends of a connection know of it', () => {
  const { topology, link } = build('web', 'api');
  link('web', door(pods('api')));
  expect(topology.outgoingOf('shop/web').map(({ to }) => to.server.id)).toContain('shop/api');
  expect(topology.incomingOf('shop/api').map(({ from }) => from.id)).toEqual(['shop/web']);
});

test('a client of ours may resolve names from its first connection on, and is told so once', () => {
  const { topology, link } = build('web', 'api', 'data');
  expect(topology.outgoingOf('shop/web')).toEqual([]);
  link('web', door(pods('api')));
  link('web', door(pods('data')));
  const lookUps = topology.outgoingOf('shop/web').filter(({ to }) => to === dns);
  expect(lookUps).toHaveLength(1);
  expect(lookUps[0]?.startup).toBe(false);
});

test('somebody else needs nothing from us to resolve names', () => {
  const { topology } = build('web');
  topology.connect({ from: addresses('clients', ['0.0.0.0/0']), to: door(pods('web')), startup: false });
  topology.connect({ from: { ...pods('ingress'), managed: false }, to: door(pods('web')), startup: false });
  expect(topology.connections.filter(({ to }) => to === dns)).toEqual([]);
});

test('fails for two workloads of one name in a namespace, and says where the other is', () => {
  const { root, topology } = build('web');
  const shape = () => ({ count: 1, containers: [], initContainers: [], claims: [], loadBalancers: 0 });
  expect(() => {
    topology.add({ peer: pods('web'), construct: new Construct(root, 'second'), shape });
  }).toThrow("second: the workload 'shop/web' exists already (web); give one of them another id");
});

test('fails for the same door twice, and knows its other doors apart', () => {
  const { link } = build('web', 'api');
  link('web', door(pods('api'), 'http'));
  link('web', door(pods('api'), 'admin'));
  expect(() => {
    link('web', door(pods('api'), 'http'));
  }).toThrow('shop/web is connected to shop/api:http twice; keep one of the two connect(…) calls');
});

test('a copy of the list of connections changes nothing', () => {
  const { topology, link } = build('web', 'api');
  link('web', door(pods('api')));
  (topology.connections as unknown[]).length = 0;
  expect(topology.connections.length).toBeGreaterThan(0);
});

test('fails without a topology, and for a second one', () => {
  const root = new App();
  const lost = new Construct(root, 'lost');
  expect(() => Topology.of(lost)).toThrow('lost: the application has no topology; create it before');
  Topology.create(root, dns);
  expect(() => Topology.create(root, dns)).toThrow('the application has topology already');
});

test('a client starts after all that it waits for, and together with what it does not', () => {
  const { topology, link } = build('web', 'api', 'data', 'cache');
  link('web', door(pods('api')));
  link('api', door(pods('data')));
  link('api', door(pods('cache')), false);
  link('cache', door(pods('data')));
  const levels = startLevels(topology);
  expect([...levels]).toEqual(
    expect.arrayContaining([
      ['shop/data', 0],
      ['shop/cache', 1],
      ['shop/api', 1],
      ['shop/web', 2],
    ]),
  );
});

test('a client starts after the pods that prepare its server', () => {
  const { topology, link } = build('api', 'data', 'prepare');
  link('prepare', door(pods('data')));
  link('api', door(pods('data'), 'orders', { readyAfter: [pods('prepare')] }));
  expect(startLevels(topology).get('shop/api')).toBe(2);
});

test('nobody waits for what we do not run, nor a workload for itself', () => {
  const { topology, link } = build('api');
  link('api', door(addresses('payments', ['192.0.2.0/24'])));
  link('api', door(pods('api'), 'peers'));
  expect(startLevels(topology).get('shop/api')).toBe(0);
});

test('fails for a circle, names it and shows the way out', () => {
  const { topology, link } = build('entry', 'a', 'b', 'c');
  link('entry', door(pods('a')));
  link('a', door(pods('b')));
  link('b', door(pods('c')));
  link('c', door(pods('a')));
  expect(() => startLevels(topology)).toThrow(
    /^shop\/a → shop\/b → shop\/c → shop\/a: each waits for the next, so none can start; pass { startup: false }/,
  );
});

test('a circle that somebody can start without is none', () => {
  const { topology, link } = build('a', 'b');
  link('a', door(pods('b')));
  link('b', door(pods('a')), false);
  expect(startLevels(topology).get('shop/a')).toBe(1);
});
