import type { Directive } from './nginx-tree';
import { findAll, readNginx, valuesOf } from './nginx-tree';
import { edgeProps, exposures, WebPlatform } from './web-platform';
import type { Exposure } from '../../lib/web';

const hosts = ['api.shop.example.com', 'shop.example.com'];

function routed(exposure: Exposure): WebPlatform {
  const platform = new WebPlatform();
  platform.routedEdge({ exposure });
  return platform;
}

function specOf(platform: WebPlatform, kind: string, name: string): Record<string, unknown> {
  return platform.get(kind, name).object.spec as Record<string, unknown>;
}

/** Who may connect to the edge, and on which ports. */
function admitted(platform: WebPlatform): unknown {
  return platform.spec('NetworkPolicy', 'edge').ingress;
}

function serversWith(conf: readonly Directive[], name: string): readonly Directive[] {
  return findAll(conf, 'server').filter(({ block }) => findAll(block, name).length > 0);
}

describe('behind a load balancer', () => {
  const platform = routed(exposures.loadBalancer);
  const conf = readNginx(platform.nginxConf);

  test('the Service keeps the address of clients, and lets in only those who are named', () => {
    const { type, externalTrafficPolicy, loadBalancerSourceRanges } = platform.spec('Service', 'edge');
    expect({ type, externalTrafficPolicy }).toEqual({ type: 'LoadBalancer', externalTrafficPolicy: 'Local' });
    expect(loadBalancerSourceRanges).toEqual(exposures.loadBalancer.clientCidrs);
    expect(admitted(platform)).toEqual([
      {
        from: exposures.loadBalancer.clientCidrs.map((cidr) => ({ ipBlock: { cidr } })),
        ports: [8080, 8443].map((port) => ({ protocol: 'TCP', port })),
      },
    ]);
    expect(platform.get('Service', 'edge').object.metadata.annotations).toMatchObject(
      exposures.loadBalancer.annotations,
    );
  });

  test('clients use the standard ports', () => {
    const { ports = [] } = platform.spec('Service', 'edge');
    expect(ports.map(({ name, port }) => [name, port])).toEqual([
      ['http', 80],
      ['https', 443],
    ]);
  });

  test('the edge itself terminates TLS, and nothing else is served in the clear', () => {
    const serving = serversWith(conf, 'proxy_pass');
    expect(serving).toHaveLength(hosts.length);
    for (const { block } of serving) expect(valuesOf(block, 'listen')).toEqual(['8443 ssl']);
    expect(
      valuesOf(conf, 'listen')
        .filter((value) => value.endsWith('default_server'))
        .sort(),
    ).toEqual(['8080 default_server', '8443 ssl http2 default_server']);
  });

  test('nobody is believed about where a request comes from, unless named', () => {
    expect(findAll(conf, 'real_ip_header')).toEqual([]);
    const trusting = routed({ ...exposures.loadBalancer, trustedProxies: ['203.0.113.0/24', '2001:db8::/32'] });
    expect(valuesOf(readNginx(trusting.nginxConf), 'set_real_ip_from')).toEqual(['203.0.113.0/24', '2001:db8::/32']);
  });

  test('there is no other way in', () => {
    for (const kind of ['Ingress', 'Gateway', 'HTTPRoute']) expect(platform.ofKind(kind)).toEqual([]);
  });
});

describe.each([exposures.ingress, exposures.gateway])('behind: $type', (exposure) => {
  const platform = routed(exposure);
  const conf = readNginx(platform.nginxConf);

  test('only the proxies may connect, over plain HTTP', () => {
    expect(platform.spec('Service', 'edge').type).toBe('ClusterIP');
    expect(admitted(platform)).toEqual([
      {
        from: [
          {
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': exposure.controllerNamespace } },
            podSelector: { matchLabels: {} },
          },
        ],
        ports: [{ protocol: 'TCP', port: 8080 }],
      },
    ]);
  });

  test('whoever did not come over TLS is led there, and only the proxies are believed about that', () => {
    const serving = serversWith(conf, 'proxy_pass');
    expect(serving).toHaveLength(hosts.length);
    for (const { block } of serving) expect(valuesOf(block, 'if')).toEqual(['($client_scheme != https)']);
    const [geo] = findAll(conf, 'geo');
    expect(geo?.args[0]).toBe('$realip_remote_addr');
    expect(geo?.block.map(({ name, args }) => [name, ...args])).toEqual([
      ['default', 'no'],
      ...exposure.trustedProxies.map((cidr) => [cidr, 'yes']),
    ]);
    expect(valuesOf(conf, 'set_real_ip_from')).toEqual(exposure.trustedProxies);
  });

  test('the certificate is for the proxies, and no key lies in the pods', () => {
    expect((platform.container('Deployment', 'edge').volumeMounts ?? []).map(({ name }) => name)).toEqual([
      'config',
      'scratch',
    ]);
    expect(platform.nginxConf).not.toContain('ssl_certificate');
  });

  test('idle connections outlive those of the proxies', () => {
    const idle = (text: string): number =>
      Number.parseInt(/ keepalive_timeout (\d+)s;\n +reset/.exec(text)?.[1] ?? '', 10);
    expect(idle(platform.nginxConf)).toBeGreaterThan(3600);
    expect(idle(routed(exposures.loadBalancer).nginxConf)).toBeLessThan(120);
  });
});

test('an Ingress leads every host to the port of the Service, with the certificate', () => {
  const platform = routed(exposures.ingress);
  const { object } = platform.get('Ingress', 'edge');
  expect(object.metadata.annotations).toMatchObject(exposures.ingress.annotations);
  const spec = platform.spec('Ingress', 'edge');
  expect(spec.ingressClassName).toBe(exposures.ingress.className);
  expect(spec.rules?.map(({ host }) => host)).toEqual(hosts);
  const [port] = platform.spec('Service', 'edge').ports ?? [];
  for (const { http } of spec.rules ?? []) {
    expect(http?.paths).toEqual([
      { path: '/', pathType: 'Prefix', backend: { service: { name: 'edge', port: { name: port?.name } } } },
    ]);
  }
  const certificate = specOf(platform, 'Certificate', 'edge-tls');
  expect(spec.tls).toEqual([{ hosts, secretName: certificate.secretName }]);
});

test('a Gateway leads every host to the port of the Service, and plain HTTP to TLS', () => {
  const platform = routed(exposures.gateway);
  const gateway = platform.spec('Gateway', 'edge');
  const certificate = specOf(platform, 'Certificate', 'edge-tls');
  expect(gateway.gatewayClassName).toBe(exposures.gateway.className);
  const [http, https] = gateway.listeners ?? [];
  expect(https?.tls?.certificateRefs).toEqual([{ name: certificate.secretName }]);
  const { annotations } = exposures.gateway;
  expect(platform.get('Gateway', 'edge').object.metadata.annotations).toMatchObject(annotations);
  expect(specOf(platform, 'Gateway', 'edge').infrastructure).toEqual({ annotations });
  const [port] = platform.spec('Service', 'edge').ports ?? [];
  expect(specOf(platform, 'HTTPRoute', 'edge')).toEqual({
    parentRefs: [{ name: 'edge', sectionName: https?.name }],
    hostnames: hosts,
    rules: [{ backendRefs: [{ name: 'edge', port: port?.port }] }],
  });
  expect(specOf(platform, 'HTTPRoute', 'edge-redirect')).toEqual({
    parentRefs: [{ name: 'edge', sectionName: http?.name }],
    hostnames: hosts,
    rules: [{ filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } }] }],
  });
});

test.each([
  ['nobody', [], /'exposure.trustedProxies'[^]*got +none[^]*one at least behind an ingress or gateway/],
  ['what is no block', ['10.0.0.0/8; return 200'], /'exposure.trustedProxies'[^]*got +\["10.0.0.0\/8; return 200"\]/],
])('fails when a gateway in front is trusted as %s', (_, trustedProxies, message) => {
  const exposure = { ...exposures.gateway, trustedProxies };
  expect(() => new WebPlatform().edge({ ...edgeProps, exposure })).toThrow(message);
});

test('fails when there are more hosts than an HTTPRoute takes', () => {
  const platform = new WebPlatform();
  const edge = platform.edge({ exposure: exposures.gateway });
  for (let index = 0; index < 17; index += 1)
    edge.addRoute({ host: `h${index}.example.com`, to: platform.frontend.http });
  expect(() => platform.manifests).toThrow(/web\/edge\/edge\/Entrance: 'hosts'[^]*got +17 hosts[^]*16 at most/);
});
