import type { BrokenEdit } from './broken-table';
import { testEdits } from './broken-table';

const extended = (lines: string): readonly [string, string] => ['redis:', `${lines}redis:`];

const keys: readonly BrokenEdit[] = [
  [
    'a misspelled key is told once, with what was meant',
    'zones: 1',
    'zonse: 1',
    "7:3: cluster.zonse: found a key that is not known here; expected one of region, zones, apiServer, dns; fix: did you mean 'zones'?",
  ],
  [
    'a misspelled section keeps its other rules quiet',
    'cluster:',
    'clutser:',
    '5:1: clutser: found a key that is not known here; expected one of name, namespacePrefix, ',
  ],
  [
    'a key of nothing like it',
    'domain:',
    'wallpaper: blue\ndomain:',
    '3:1: wallpaper: found a key that is not known here; expected one of name, namespacePrefix, domain, cluster, exposure, certificates, secrets, availability, edge, defaults, services, postgres, redis; fix: remove it, or move it to where it belongs',
  ],
  [
    'a key of another variant',
    '  className: traefik\n',
    '  className: traefik\n  clientCidrs: [0.0.0.0/0]\n',
    '13:3: exposure.clientCidrs: found a key that is not known here; expected one of type, className, controllerNamespace, trustedProxies, annotations',
  ],
  [
    'a missing section',
    'redis:\n  mode: standalone\n  storage: 1Gi\n  resources: { cpu: 50m, memory: 128Mi }\n',
    '',
    "1:1: redis: found nothing; expected a mapping; fix: add 'redis:' (The in-memory store)",
  ],
  [
    'a missing key, under the key where it belongs',
    '  zones: 1\n',
    '',
    "5:1: cluster.zones: found nothing; expected a whole number from 1 to 10; fix: add 'zones: 3' (How many zones have nodes)",
  ],
  [
    'a missing key deep inside',
    '    cidrs: [10.96.0.1/32]',
    '    ports: [443]',
    `8:3: cluster.apiServer.cidrs: found nothing; expected a list with an address block in CIDR notation in each line; fix: add 'cidrs: ["10.96.0.1/32","10.0.0.10/32"]' (The API server's addresses)`,
  ],
  [
    'a missing key that tells variants apart',
    '  type: ingress\n',
    '',
    "10:1: exposure.type: found nothing; expected one of loadBalancer, ingress, gateway; fix: add 'type: loadBalancer'",
  ],
  [
    'a key without a value',
    'zones: 1',
    'zones:',
    '7:9: cluster.zones: found no value; expected a whole number from 1 to 10; fix: fill it in, or remove the key',
  ],
  [
    'a section without content',
    'redis:\n',
    'edge:\nredis:\n',
    '22:6: edge: found no value; expected a mapping; fix: fill it in, or remove the key',
  ],
];

const types: readonly BrokenEdit[] = [
  [
    'a number as text',
    'zones: 1',
    "zones: '3'",
    '7:10: cluster.zones: found "3"; expected a whole number from 1 to 10; fix: remove the quotes',
  ],
  [
    'a broken number',
    'zones: 1',
    'zones: 1.6',
    '7:10: cluster.zones: found 1.6; expected a whole number from 1 to 10; fix: use 2',
  ],
  [
    'a number where a name belongs',
    'namespacePrefix: demo',
    'namespacePrefix: 12',
    "2:18: namespacePrefix: found 12; expected a name of at most 63 small letters, digits and dashes; fix: put it in quotes: '12'",
  ],
  [
    'a truth where a name belongs',
    'region: here',
    'region: true',
    "6:11: cluster.region: found true; expected a name of small letters, digits and dashes; fix: put it in quotes: 'true'",
  ],
  [
    'a text where a list belongs',
    '[10.96.0.1/32]',
    '10.96.0.1/32',
    '9:12: cluster.apiServer.cidrs: found "10.96.0.1/32"; expected a list with an address block in CIDR notation in each line; fix: make it a list: [10.96.0.1/32]',
  ],
  [
    'a list where a mapping belongs',
    '{ cpu: 100m, memory: 512Mi }',
    '[100m, 512Mi]',
    '21:14: postgres.resources: found a list of 2; expected a mapping',
  ],
  [
    'a mapping where a text belongs',
    'storage: 2Gi',
    'storage: { size: 2Gi }',
    '20:12: postgres.storage: found a mapping; expected a whole number of Mi, Gi or Ti; fix: write it like 512Mi',
  ],
  [
    'cores as a number',
    'cpu: 100m',
    'cpu: 2',
    '21:21: postgres.resources.cpu: found 2; expected processor time in thousandths of a core; fix: write 2000m',
  ],
  [
    'broken cores',
    'cpu: 100m',
    'cpu: 0.25',
    '21:21: postgres.resources.cpu: found 0.25; expected processor time in thousandths of a core; fix: write 250m',
  ],
  [
    'a variable that YAML reads as a number',
    ...extended('services:\n  backend:\n    env: { PORT: 8080 }\n'),
    "24:18: services.backend.env.PORT: found 8080; expected a text of at most 4096 characters; fix: put it in quotes: '8080'",
  ],
];

const ranges: readonly BrokenEdit[] = [
  [
    'below the range',
    'zones: 1',
    'zones: 0',
    '7:10: cluster.zones: found 0; expected a whole number from 1 to 10; fix: use 1 or a number inside the range',
  ],
  [
    'above the range',
    '[10.96.0.1/32]',
    '[10.96.0.1/32]\n    ports: [443, 70000]',
    '10:18: cluster.apiServer.ports[1]: found 70000; expected a whole number from 1 to 65535; fix: use 65535 ',
  ],
  [
    'an empty list',
    '[10.96.0.1/32]',
    '[]',
    "9:12: cluster.apiServer.cidrs: found an empty list; expected at least 1; fix: add one, as in '- 10.0.0.0/16'",
  ],
  [
    'the same item twice',
    '[10.96.0.1/32]',
    '[10.96.0.1/32, 10.96.0.1/32]',
    '9:27: cluster.apiServer.cidrs[1]: found "10.96.0.1/32" a second time; expected each once; fix: remove one of the two',
  ],
  [
    'no label at all',
    '[10.96.0.1/32]\n',
    '[10.96.0.1/32]\n  dns: { labels: {} }\n',
    '10:18: cluster.dns.labels: found an empty mapping; expected at least one key',
  ],
  [
    'a name that is too long',
    'namespacePrefix: demo',
    `namespacePrefix: ${'shop-'.repeat(8)}a`,
    '2:18: namespacePrefix: found 41 characters; expected at most 40; fix: choose a shorter one',
  ],
  [
    'one instance of a replicated database',
    'engine: statefulset',
    'engine: cloudnativepg\n  instances: 1',
    '20:14: postgres.instances: found 1; expected a whole number from 2 to 9; fix: use 2 ',
  ],
];

const spellings: readonly BrokenEdit[] = [
  [
    'a near miss of a choice',
    'availability: single',
    'availability: zone',
    `4:15: availability: found "zone"; expected one of single, hosts, zones; fix: did you mean 'zones'?`,
  ],
  [
    'no choice at all',
    'availability: single',
    'availability: always',
    '4:15: availability: found "always"; expected one of single, hosts, zones; fix: use one of them',
  ],
  [
    'an unknown variant',
    'type: ingress',
    'type: nodePort',
    '11:9: exposure.type: found "nodePort"; expected one of loadBalancer, ingress, gateway; fix: use one of them',
  ],
  [
    'a variant that is no text',
    'type: ingress',
    'type: 5',
    '11:9: exposure.type: found 5; expected one of loadBalancer, ingress, gateway',
  ],
  [
    'a near miss of a variant',
    'type: ingress',
    'type: ingres',
    `11:9: exposure.type: found "ingres"; expected one of loadBalancer, ingress, gateway; fix: did you mean 'ingress'?`,
  ],
  [
    'capitals and underscores in a name',
    'namespacePrefix: demo',
    'namespacePrefix: My_Shop',
    '2:18: namespacePrefix: found "My_Shop"; expected a name of at most 63 small letters, digits and dashes; fix: write my-shop',
  ],
  [
    'a URL for a host',
    'domain: demo.example.com',
    'domain: https://demo.example.com/',
    '3:9: domain: found "https://demo.example.com/"; expected a full host name in small letters; fix: write demo.example.com',
  ],
  [
    'a host of one label',
    'domain: demo.example.com',
    'domain: localhost',
    '3:9: domain: found "localhost"; expected a full host name in small letters; fix: write it like shop.example.com',
  ],
  [
    'a decimal unit',
    '512Mi',
    '512M',
    '21:35: postgres.resources.memory: found "512M"; expected a whole number of Mi, Gi or Ti; fix: write 512Mi',
  ],
  [
    'an address for a block',
    '10.96.0.1/32',
    '10.96.0.1',
    '9:13: cluster.apiServer.cidrs[0]: found "10.96.0.1"; expected an address block in CIDR notation; fix: write 10.96.0.1/32',
  ],
  [
    'a number of seconds without the unit',
    ...extended("edge: { requestTimeout: '30' }\n"),
    '22:25: edge.requestTimeout: found "30"; expected a whole number of s, m or h; fix: write 30s',
  ],
  [
    'a name of a variable',
    ...extended('services:\n  backend: { env: { log-level: debug } }\n'),
    '23:21: services.backend.env.log-level: found the name "log-level"; expected a name of capital letters, digits and underscores; fix: write it like LOG_LEVEL',
  ],
  [
    'a name of an annotation',
    'controllerNamespace: traefik',
    'controllerNamespace: traefik\n  annotations: { "not a name": x }',
    '14:18: exposure.annotations["not a name"]: found the name "not a name"; expected the name of a label or an annotation',
  ],
  [
    'a long text is not repeated',
    'domain: demo.example.com',
    `domain: ${'demo '.repeat(30)}com`,
    '3:9: domain: found a text of 153 characters; expected a full host name in small letters',
  ],
];

describe('keys', () => {
  testEdits(keys);
});
describe('types', () => {
  testEdits(types);
});
describe('ranges', () => {
  testEdits(ranges);
});
describe('spellings', () => {
  testEdits(spellings);
});
