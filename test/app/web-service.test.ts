import fc from 'fast-check';
import type { WebServiceProps } from '../../lib/app';
import { WebService } from '../../lib/app';
import { Bytes, isDnsLabel, resourcesOf } from '../../lib/core';
import { connect, Secret } from '../../lib/security';
import { foreignEndpoint, TestPlatform, workload } from '../test-platform';

const least: WebServiceProps = {
  image: workload.image,
  port: 8000,
  readinessPath: '/ready',
  livenessPath: '/live',
  resources: workload.resources,
  scaling: workload.scaling,
  availability: 'hosts',
};

function build(more: Partial<WebServiceProps> = {}, id = 'backend') {
  const platform = new TestPlatform();
  const service = new WebService(platform.component(), id, { ...least, ...more });
  return { platform, service };
}

it('keeps every rule', () => {
  expect(build().platform.findings).toEqual([]);
});

it('is asked, offered and told about one port', () => {
  const { platform, service } = build({ port: 9898 });
  const { ports, readinessProbe, livenessProbe } = platform.container('Deployment', 'backend');
  const [port] = ports ?? [];
  expect([readinessProbe, livenessProbe].map((probe) => probe?.httpGet?.port)).toEqual([9898, 9898]);
  expect(port?.containerPort).toBe(9898);
  expect(platform.spec('Service', 'backend').ports?.map(({ targetPort }) => targetPort)).toEqual([port?.name]);
  expect(platform.variables('Deployment', 'backend').PORT).toBe('9898');
  expect(service.http.ports.map(({ number }) => number)).toEqual([9898]);
});

it('receives traffic by one path and is restarted by another', () => {
  const { platform } = build();
  const { readinessProbe, livenessProbe, startupProbe } = platform.container('Deployment', 'backend');
  expect(readinessProbe?.httpGet?.path).toBe('/ready');
  expect(livenessProbe?.httpGet?.path).toBe('/live');
  expect(startupProbe?.httpGet?.path).toBe('/live');
});

it('may take as long to start as it said', () => {
  const { platform } = build({ startSeconds: 91 });
  const { periodSeconds = 0, failureThreshold = 0 } = platform.container('Deployment', 'backend').startupProbe ?? {};
  expect(periodSeconds * failureThreshold).toBeGreaterThanOrEqual(91);
  expect(periodSeconds * (failureThreshold - 1)).toBeLessThan(91);
});

it('serves on while it drains, and then has the time to stop that it asked for', () => {
  const { platform } = build({ stopSeconds: 45 });
  const drain = Number(platform.container('Deployment', 'backend').lifecycle?.preStop?.exec?.command?.at(-1));
  const pod = platform.spec('Deployment', 'backend').template?.spec;
  expect(drain).toBeGreaterThan(0);
  expect(pod?.terminationGracePeriodSeconds).toBe(drain + 45);
});

it('may leave draining to the application, which keeps the time for it', () => {
  const { platform } = build({ drain: 'application' });
  const grace = (of: TestPlatform) => of.spec('Deployment', 'backend').template?.spec?.terminationGracePeriodSeconds;
  expect(platform.container('Deployment', 'backend')).not.toHaveProperty('lifecycle');
  expect(grace(platform)).toBe(grace(build().platform));
  expect(platform.findings).toEqual([]);
});

it('can write to the directories that it names, and to nothing else', () => {
  const writable = { '/tmp': Bytes.mebi(16), '/var/cache/app': Bytes.mebi(32) };
  const { platform } = build({ writable });
  const { volumeMounts = [], securityContext } = platform.container('Deployment', 'backend');
  const { volumes = [] } = platform.spec('Deployment', 'backend').template?.spec ?? {};
  const sizes = volumeMounts
    .filter(({ readOnly }) => readOnly !== true)
    .map(({ name, mountPath = '' }) => [
      mountPath,
      volumes.find((volume) => volume.name === name)?.emptyDir?.sizeLimit,
    ]);
  expect(Object.fromEntries(sizes)).toEqual({ '/tmp': '16Mi', '/var/cache/app': '32Mi' });
  expect(securityContext?.readOnlyRootFilesystem).toBe(true);
});

it('tells its clients where it is, in variables named after it', () => {
  const platform = new TestPlatform();
  const app = platform.component();
  const orders = new WebService(app, 'order-api', least);
  connect(new WebService(app, 'shop', least), orders.http);
  expect(platform.variables('Deployment', 'shop')).toMatchObject({
    ORDER_API_HOST: 'order-api.shop-app.svc',
    ORDER_API_PORT: '8000',
  });
  expect(platform.findings).toEqual([]);
});

it('takes in what a server tells, in variables of its own choice', () => {
  const platform = new TestPlatform();
  const app = platform.component();
  const service = new WebService(app, 'backend', least);
  const secret = new Secret(app, 'mail', { keys: ['password'] });
  const secrets = { PASSWORD: { secret, key: 'password' } };
  const mail = foreignEndpoint('mail', 587, { prefix: 'MAIL', values: { HOST: 'mail.example.com' }, secrets });
  connect(service, mail, {
    variables: ({ values, files }) => ({ SMTP: values.HOST ?? '', SMTP_PASS: files.PASSWORD ?? '' }),
  });
  const { SMTP: host, SMTP_PASS: file = '', ...others } = platform.variables('Deployment', 'backend');
  expect(host).toBe('mail.example.com');
  const directory = file.slice(0, file.lastIndexOf('/'));
  const mounted = platform.container('Deployment', 'backend').volumeMounts?.map(({ mountPath }) => mountPath);
  expect(mounted).toContain(directory);
  expect(Object.keys(others).filter((name) => name.startsWith('MAIL'))).toEqual([]);
});

it('fails on an id that no Service can have', () => {
  expect(() => build({}, 'Backend_1')).toThrow(/'id' cannot be used[^]*got +Backend_1[^]*a DNS label/);
});

it('fails when a connection would give a variable another value', () => {
  const { service } = build({ env: { MAIL_HOST: 'localhost' } });
  const mail = foreignEndpoint('mail', 587, { prefix: 'MAIL', values: { HOST: 'mail.example.com' } });
  expect(() => {
    connect(service, mail);
  }).toThrow(/'env.MAIL_HOST'[^]*it is localhost already/);
});

it('fails when replicas are too few for what may fail', () => {
  const { platform } = build({ scaling: { ...workload.scaling, minReplicas: 1 } });
  expect(() => platform.manifests).toThrow(/'scaling' cannot be used[^]*at least 2 for availability 'hosts'/);
});

const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,8}){0,4}$/);
const path = fc.stringMatching(/^\/[a-z]{1,9}$/);

/** Any service that its props allow. */
const services = fc.record({
  port: fc.integer({ min: 1024, max: 65_535 }),
  paths: fc.uniqueArray(path, { minLength: 2, maxLength: 2 }),
  cpu: fc.integer({ min: 10, max: 2000 }).map((millis) => `${millis}m`),
  memory: fc.integer({ min: 32, max: 4096 }).map((mebi) => `${mebi}Mi`),
  minReplicas: fc.integer({ min: 2, max: 10 }),
  moreReplicas: fc.integer({ min: 0, max: 10 }),
  availability: fc.constantFrom('single', 'hosts', 'zones'),
  drain: fc.constantFrom('container', 'application'),
  startSeconds: fc.integer({ min: 5, max: 600 }),
  stopSeconds: fc.integer({ min: 5, max: 600 }),
  writable: fc.dictionary(
    path,
    fc.integer({ min: 1, max: 30 }).map((mebi) => Bytes.mebi(mebi)),
    { maxKeys: 3 },
  ),
} satisfies Record<string, fc.Arbitrary<unknown>>);

it('keeps every rule whatever is described, with legal and unique names', () => {
  fc.assert(
    fc.property(fc.dictionary(label, services, { minKeys: 1, maxKeys: 4 }), (described) => {
      const platform = new TestPlatform();
      const app = platform.component();
      const made = Object.entries(described).map(
        ([id, { paths, cpu, memory, minReplicas, moreReplicas, ...props }]) => {
          const [readinessPath = '', livenessPath = ''] = paths;
          return new WebService(app, id, {
            ...props,
            image: workload.image,
            readinessPath,
            livenessPath,
            resources: resourcesOf({ cpu, memory }),
            scaling: { ...workload.scaling, minReplicas, maxReplicas: minReplicas + moreReplicas },
          });
        },
      );
      for (const [index, client] of made.entries()) {
        for (const server of made.slice(index + 1)) connect(client, server.http);
      }
      expect(platform.findings).toEqual([]);
      const names = platform.manifests.map(({ object: { kind, metadata } }) => `${kind}/${metadata.name}`);
      expect(new Set(names).size).toBe(names.length);
      expect(platform.manifests.filter(({ object }) => !isDnsLabel(object.metadata.name))).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

it('accepts every property at once', () => {
  const props: Required<WebServiceProps> = {
    ...least,
    env: { LOG_LEVEL: 'debug' },
    command: ['/bin/server'],
    args: ['--verbose'],
    startSeconds: 30,
    stopSeconds: 20,
    drain: 'container',
    writable: { '/tmp': Bytes.mebi(8) },
  };
  const { platform } = build(props);
  expect(platform.container('Deployment', 'backend')).toMatchObject({ command: ['/bin/server'], args: ['--verbose'] });
  expect(platform.variables('Deployment', 'backend')).toMatchObject({ LOG_LEVEL: 'debug' });
  expect(platform.findings).toEqual([]);
});
