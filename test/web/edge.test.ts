import { connect } from '../../lib/security';
import { WebService } from '../../lib/app';
import type { Directive } from './nginx-tree';
import { argsOf, findAll, readNginx, valuesOf } from './nginx-tree';
import { exposures, sizing, WebPlatform } from './web-platform';
import { resourcesOf } from '../../lib/core';

function routed(props?: Parameters<WebPlatform['edge']>[0]): WebPlatform {
  const platform = new WebPlatform();
  platform.routedEdge(props);
  return platform;
}

function confOf(platform: WebPlatform): readonly Directive[] {
  return readNginx(platform.nginxConf);
}

/** The number that follows a word in a command. */
function numberAfter(word: string, command: readonly string[] = []): number {
  return Number(new RegExp(`${word} (\\d+)`).exec(command.join(' '))?.[1]);
}

describe('what NGINX is told fits what Kubernetes is told', () => {
  const platform = routed();
  const conf = confOf(platform);
  const container = platform.container('Deployment', 'edge');
  const mounts = container.volumeMounts ?? [];
  const listens = new Set(valuesOf(conf, 'listen').map((value) => Number(value.split(' ')[0])));

  test('every port that NGINX listens on is a port of the container, and the other way round', () => {
    expect([...listens].sort()).toEqual((container.ports ?? []).map(({ containerPort }) => containerPort).sort());
  });

  test('every probe asks for a path that a server on its port answers', () => {
    for (const probe of [container.startupProbe, container.readinessProbe, container.livenessProbe]) {
      const { port = 0, path = '' } = probe?.httpGet ?? {};
      const server = findAll(conf, 'server').find(({ block }) => valuesOf(block, 'listen').includes(String(port)));
      expect(valuesOf(server?.block ?? [], 'location')).toContain(`= ${path}`);
    }
    expect(container.readinessProbe?.httpGet?.path).not.toBe(container.livenessProbe?.httpGet?.path);
  });

  test('the readiness answer depends on the mark that the preStop hook sets', () => {
    const [test = ''] = findAll(conf, 'location')
      .filter(({ args }) => args[1] === container.readinessProbe?.httpGet?.path)
      .flatMap(({ block }) => valuesOf(block, 'if'));
    const mark = test.replace('(-f ', '').replace(')', '');
    expect(container.lifecycle?.preStop?.exec?.command?.join(' ')).toContain(`touch ${mark} `);
  });

  test('the Service offers the ports for clients, and not those for probes and figures', () => {
    const names = (platform.spec('Service', 'edge').ports ?? []).map(({ targetPort }) => targetPort);
    const offered = (container.ports ?? []).filter(({ name = '' }) => names.includes(name));
    expect(offered).toHaveLength(names.length);
    const [publicPort] = platform.topology
      .incomingOf('shop-web/edge')
      .map(({ to }) => to.ports.map(({ name }) => name));
    expect(names).toEqual(publicPort);
  });

  test('it starts with the mounted configuration, whose every include is mounted too', () => {
    const directory = mounts.find(({ name }) => name === 'config')?.mountPath ?? 'none';
    const files = Object.keys(platform.files('edge-nginx')).map((file) => `${directory}/${file}`);
    expect(files).toContain(container.command?.at(-1));
    expect(files).toEqual(expect.arrayContaining([...new Set(valuesOf(conf, 'include'))]));
  });

  test('it writes to scratch space alone', () => {
    const writable = mounts.filter(({ readOnly }) => readOnly !== true).map(({ mountPath }) => `${String(mountPath)}/`);
    const paths = [
      ...valuesOf(conf, 'pid'),
      ...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].flatMap((part) => argsOf(conf, `${part}_temp_path`)),
    ];
    expect(writable).toHaveLength(1);
    for (const path of paths) expect(path.startsWith(writable[0] ?? 'nowhere')).toBe(true);
  });

  test('its certificate proves every host, and is mounted where NGINX reads it', () => {
    const { spec } = platform.get('Certificate', 'edge-tls').object as unknown as { spec: { dnsNames: string[] } };
    const served = findAll(conf, 'server').flatMap(({ block }) => valuesOf(block, 'server_name'));
    expect(spec.dnsNames).toEqual([...new Set(served.flatMap((names) => names.split(' ')))].sort());
    const directory = mounts.find(({ name }) => name === 'tls')?.mountPath ?? 'none';
    const files = findAll(conf, 'map').flatMap(({ args, block }) =>
      (args[1] ?? '').startsWith('$certificate') ? valuesOf(block, 'default') : [],
    );
    expect(files.map((file) => file.replace(`${directory}/`, '')).sort()).toEqual(['tls.crt', 'tls.key']);
    expect([...valuesOf(conf, 'ssl_certificate'), ...valuesOf(conf, 'ssl_certificate_key')]).toEqual([
      expect.stringMatching(/^\$/),
      expect.stringMatching(/^\$/),
    ]);
  });

  test('the kernel waits longer than draining and finishing take', () => {
    const drain = numberAfter('sleep', container.lifecycle?.preStop?.exec?.command);
    const finish = Number.parseInt(argsOf(conf, 'worker_shutdown_timeout')[0] ?? '', 10);
    const { terminationGracePeriodSeconds = 0 } = platform.spec('Deployment', 'edge').template?.spec ?? {};
    expect(drain).toBeGreaterThan(0);
    expect(finish).toBe(30);
    expect(terminationGracePeriodSeconds).toBeGreaterThan(drain + finish);
  });

  test('every service that it passes on to is one that it may connect to', () => {
    const upstreams = findAll(conf, 'upstream').map(({ block }) => findAll(block, 'server')[0]?.args[0]);
    const wired = platform.topology
      .outgoingOf('shop-web/edge')
      .flatMap(({ to }) => (to.wiring ? [`${String(to.wiring.values.HOST)}:${String(to.wiring.values.PORT)}`] : []));
    expect(upstreams).toEqual(wired);
    expect(upstreams).toHaveLength(2);
  });
});

test('a changed route replaces the pods', () => {
  const checksum = (host: string): unknown => {
    const platform = new WebPlatform();
    platform.edge().addRoute({ host, to: platform.frontend.http });
    return platform.spec('Deployment', 'edge').template?.metadata?.annotations;
  };
  expect(checksum('a.example.com')).toEqual(checksum('a.example.com'));
  expect(checksum('a.example.com')).not.toEqual(checksum('b.example.com'));
});

test('workers follow the processor limit, connections the memory', () => {
  const numbers = (cpuLimit: string, memory: string): readonly number[] => {
    const conf = confOf(routed({ resources: resourcesOf({ cpu: '100m', cpuLimit, memory }) }));
    const names = ['worker_processes', 'worker_connections', 'worker_rlimit_nofile'];
    return names.map((name) => Number(argsOf(conf, name)[0]));
  };
  const [one, connections = 0, files] = numbers('1', '128Mi');
  expect(one).toBe(1);
  expect(connections * 64 * 1024).toBeLessThanOrEqual(128 * 2 ** 20);
  expect(files).toBeGreaterThan(connections);
  expect(numbers('1', '256Mi').slice(0, 2)).toEqual([1, 2 * connections]);
  expect(numbers('1001m', '256Mi').slice(0, 2)).toEqual([2, connections]);
});

test('several routes to one service make one connection', () => {
  const platform = new WebPlatform();
  const edge = platform.edge();
  for (const path of ['/a', '/b', '/']) edge.addRoute({ host: 'shop.example.com', path, to: platform.backend.http });
  expect(findAll(confOf(platform), 'upstream')).toHaveLength(1);
  expect(platform.topology.incomingOf('shop-app/backend')).toHaveLength(1);
  expect(platform.findings).toEqual([]);
});

test('figures are reached by who is connected to them, on the port where they stand', () => {
  const platform = new WebPlatform();
  const edge = platform.routedEdge();
  const paths = { readinessPath: '/ready', livenessPath: '/live' };
  const scraper = new WebService(platform.web, 'scraper', { ...sizing, ...paths, port: 9000 });
  connect(scraper, edge.status);
  const figures = findAll(confOf(platform), 'server').find(({ block }) => findAll(block, 'stub_status').length > 0);
  const opened = (platform.spec('NetworkPolicy', 'edge').ingress ?? []).at(-1);
  expect(opened?.ports?.map(({ port }) => String(port))).toEqual(valuesOf(figures?.block ?? [], 'listen'));
  expect(opened?.from?.[0]?.podSelector?.matchLabels).toEqual(scraper.peer.labels);
  expect(platform.findings).toEqual([]);
});

test.each(Object.values(exposures))('an edge behind $type keeps every rule', (exposure) => {
  expect(routed({ exposure }).findings).toEqual([]);
});
