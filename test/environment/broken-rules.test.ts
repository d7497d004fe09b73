import type { BrokenEdit } from './broken-table';
import { testEdits } from './broken-table';
import { edited, reportOn, smallest } from './environment-folder';

const services = (lines: string): readonly [string, string] => ['redis:', `services:\n${lines}redis:`];
const external = (cidr: string): readonly [string, string] => [
  'redis:\n  mode: standalone\n  storage: 1Gi\n  resources: { cpu: 50m, memory: 128Mi }\n',
  `redis:\n  mode: external\n  host: cache.example.com\n  cidrs: [${cidr}]\n`,
];

const naming: readonly BrokenEdit[] = [
  [
    'a name that is not the name of the file',
    'name: demo',
    'name: production',
    `1:7: name: found "production"; expected the name of the file, "demo"; fix: write 'name: demo', or rename the file to production.yaml`,
  ],
  [
    'settings of a service that does not exist',
    ...services('  bakend: {}\n'),
    "23:3: services.bakend: found a service that does not exist; expected one of edge, backend; fix: did you mean 'backend'?",
  ],
  [
    'settings of a service of nothing like it',
    ...services('  warehouse: {}\n'),
    '23:3: services.warehouse: found a service that does not exist; expected one of edge, backend; fix: remove it, or add the service to the charts first',
  ],
];

const replicas: readonly BrokenEdit[] = [
  [
    'more at least than at most',
    ...services('  backend:\n    scaling: { minReplicas: 3, maxReplicas: 2 }\n'),
    '24:45: services.backend.scaling.maxReplicas: found 2; expected at least minReplicas, which is 3; fix: raise maxReplicas or lower minReplicas',
  ],
  [
    'at most fewer than the defaults have at least',
    ...services('  backend:\n    scaling: { maxReplicas: 2 }\n'),
    '24:29: services.backend.scaling.maxReplicas: found 2; expected at least minReplicas, which is 3; ',
  ],
  [
    'at least more than the defaults have at most',
    ...services('  backend:\n    scaling: { minReplicas: 30 }\n'),
    '24:29: services.backend.scaling.minReplicas: found 30; expected at most maxReplicas, which is 20; ',
  ],
  [
    'in the defaults',
    'redis:',
    'defaults:\n  scaling: { maxReplicas: 2 }\nredis:',
    '23:27: defaults.scaling.maxReplicas: found 2; expected at least minReplicas, which is 3; ',
  ],
  [
    'a cool-down that no autoscaler accepts',
    ...services('  backend:\n    scaling: { stabilizationWindow: 61m }\n'),
    '24:37: services.backend.scaling.stabilizationWindow: found "61m"; expected at most 1h, ',
  ],
];

const resources: readonly BrokenEdit[] = [
  [
    'a limit below the request',
    'cpu: 100m',
    'cpu: 100m, cpuLimit: 50m',
    '21:37: postgres.resources.cpuLimit: found "50m"; expected at least cpu, which is 100m; fix: raise cpuLimit, or lower cpu',
  ],
  [
    'the same in Redis',
    'cpu: 50m',
    'cpuLimit: 10m, cpu: 50m',
    '25:26: redis.resources.cpuLimit: found "10m"; expected at least cpu, which is 50m; ',
  ],
  [
    "a limit below the defaults' request",
    ...services('  backend:\n    resources: { cpuLimit: 50m }\n'),
    '24:28: services.backend.resources.cpuLimit: found "50m"; expected at least cpu, which is 100m; ',
  ],
  [
    "a request above the defaults' limit",
    'redis:',
    'defaults: { resources: { cpuLimit: 200m } }\nservices: { backend: { resources: { cpu: 300m } } }\nredis:',
    '23:42: services.backend.resources.cpu: found "300m"; expected at most cpuLimit, which is 200m; ',
  ],
];

const availability: readonly BrokenEdit[] = [
  [
    'secrets that nobody keeps',
    'availability: single',
    'availability: hosts',
    '17:13: secrets.provider: found "generated"; expected external-secrets or existing, because availability is hosts; ',
  ],
  [
    'a zone may fail where there is only one',
    'availability: single',
    'availability: zones',
    '7:10: cluster.zones: found 1; expected at least 2, because availability is zones; ',
    '17:13: secrets.provider: found "generated"; ',
    '19:11: postgres.engine: found "statefulset"; expected cloudnativepg or external, because availability is zones and one volume lies in one zone; ',
    '23:9: redis.mode: found "standalone"; expected sentinel or external, because availability is zones and one volume lies in one zone; ',
  ],
];

const addresses: readonly BrokenEdit[] = [
  [
    'an address inside a block',
    '10.96.0.1/32',
    '10.96.0.1/12',
    '9:13: cluster.apiServer.cidrs[0]: found "10.96.0.1/12"; expected the first address of the block, 10.96.0.0/12; fix: write 10.96.0.0/12, or a longer prefix for fewer addresses',
  ],
  [
    'an address inside a block of IPv6',
    '10.96.0.1/32',
    '2001:db8::1/32',
    '9:13: cluster.apiServer.cidrs[0]: found "2001:db8::1/32"; expected the first address of the block, 2001:db8::/32; ',
  ],
  [
    'no address at all',
    '10.96.0.1/32',
    'fe80:::1/64',
    '9:13: cluster.apiServer.cidrs[0]: found "fe80:::1/64"; expected an address block in CIDR notation; ',
  ],
  [
    'egress to everywhere',
    '10.96.0.1/32',
    '0.0.0.0/0',
    '9:13: cluster.apiServer.cidrs[0]: found "0.0.0.0/0"; expected a block without the cloud\'s metadata address, ',
  ],
  [
    "egress to the cloud's metadata",
    ...external('169.254.0.0/16'),
    '25:11: redis.cidrs[0]: found "169.254.0.0/16"; expected a block without the cloud\'s metadata address, ',
  ],
  [
    "egress to the cloud's metadata over IPv6",
    ...external("'fd00:ec2::/32'"),
    '25:11: redis.cidrs[0]: found "fd00:ec2::/32"; expected a block without the cloud\'s metadata address, ',
  ],
  [
    'everybody is a trusted proxy',
    'className: traefik',
    'className: traefik\n  trustedProxies: [0.0.0.0/0]',
    '13:20: exposure.trustedProxies[0]: found "0.0.0.0/0"; expected the addresses of your own proxies: ',
  ],
];

const known = { services: ['edge', 'backend'] };
const tables: readonly (readonly [string, readonly BrokenEdit[]])[] = [
  ['naming', naming],
  ['replicas', replicas],
  ['resources', resources],
  ['availability', availability],
  ['addresses', addresses],
];
describe.each(tables)('%s', (_, table) => {
  testEdits(table, known);
});

test('one replica is refused where a host may fail, wherever it is said', () => {
  const kept = edited(smallest, 'provider: generated', 'provider: existing');
  const one = edited(
    kept,
    'redis:',
    'defaults: { scaling: { minReplicas: 1 } }\nservices: { backend: { scaling: { minReplicas: 1 } } }\nredis:',
  );
  expect(reportOn({ 'demo.yaml': one })).toEqual([]);
  const lines = reportOn({ 'demo.yaml': edited(one, 'availability: single', 'availability: hosts') });
  expect(lines).toEqual([
    expect.stringMatching(
      /^demo\.yaml:22:37: defaults\.scaling\.minReplicas: found 1; expected at least 2, because availability is hosts; /,
    ),
    expect.stringMatching(/^demo\.yaml:23:48: services\.backend\.scaling\.minReplicas: found 1; expected at least 2, /),
  ]);
});

test('clients may come from everywhere', () => {
  const open = edited(
    smallest,
    'type: ingress\n  className: traefik\n  controllerNamespace: traefik',
    "type: loadBalancer\n  clientCidrs: [0.0.0.0/0, '::/0']",
  );
  expect(reportOn({ 'demo.yaml': open })).toEqual([]);
});

test('any service may have settings when nobody says which exist', () => {
  expect(reportOn({ 'demo.yaml': edited(smallest, 'redis:', 'services: { anything: {} }\nredis:') })).toEqual([]);
});

test('a rule is not asked about a part that the schema refuses', () => {
  const wrong = edited(edited(smallest, 'availability: single', 'availability: zones'), '  zones: 1\n', '  zones: 0\n');
  const lines = reportOn({ 'demo.yaml': wrong });
  expect(lines.filter((line) => line.includes('cluster.zones'))).toHaveLength(1);
  expect(lines.filter((line) => line.includes('postgres.engine'))).toHaveLength(1);
});

test('a mistake of the defaults is told once, not for every service that has them', () => {
  const defaults =
    'defaults:\n  resources: { cpu: 200m, cpuLimit: 100m }\n  scaling: { maxReplicas: 1, stabilizationWindow: 9h }\n';
  const backend = 'services:\n  backend:\n    resources: { memory: 1Gi }\n    scaling: { cpuPercent: 50 }\n';
  const lines = reportOn({ 'demo.yaml': edited(smallest, 'redis:', `${defaults}${backend}redis:`) });
  expect(lines.map((line) => line.replace(/: found.*/, ''))).toEqual([
    'demo.yaml:23:37: defaults.resources.cpuLimit',
    'demo.yaml:24:27: defaults.scaling.maxReplicas',
    'demo.yaml:24:51: defaults.scaling.stabilizationWindow',
  ]);
});
