import type { JSONSchema } from 'json-schema-to-ts';

/** One address block: IPv4 in full, IPv6 by its letters (the reader checks the rest). */
const octet = '(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';
const ipv4Block = `${octet}(?:\\.${octet}){3}/(?:3[0-2]|[12]?[0-9])`;
const ipv6Block = '[0-9a-f:]*:[0-9a-f:]*/(?:12[0-8]|1[01][0-9]|[1-9]?[0-9])';
const dnsLabel = '[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?';

/** An address block in CIDR notation. */
export const cidr = {
  type: 'string',
  title: 'an address block in CIDR notation',
  pattern: `^(?:${ipv4Block}|${ipv6Block})$`,
  examples: ['10.0.0.0/16', '192.0.2.7/32', '2001:db8::/48'],
} as const satisfies JSONSchema;

/** A name that is one label of a DNS name: namespaces, Services, most names in Kubernetes. */
export const label = {
  type: 'string',
  title: 'a name of at most 63 small letters, digits and dashes',
  pattern: `^${dnsLabel}$`,
  examples: ['shop', 'kube-system'],
} as const satisfies JSONSchema;

/** The name of an object whose kind allows dots, such as a storage class or a Secret. */
export const objectName = {
  type: 'string',
  title: 'a name of small letters, digits, dashes and dots',
  maxLength: 253,
  pattern: `^${dnsLabel}(?:\\.${dnsLabel})*$`,
  examples: ['letsencrypt', 'fast-ssd'],
} as const satisfies JSONSchema;

/** A host's full name. */
export const hostName = {
  type: 'string',
  title: 'a full host name in small letters',
  maxLength: 253,
  pattern: `^(?:${dnsLabel}\\.)+[a-z](?:[-a-z0-9]{0,61}[a-z0-9])?$`,
  examples: ['shop.example.com'],
} as const satisfies JSONSchema;

/** Processor time, always in thousandths of a core, so that every figure in the files compares with every other. */
export const cpu = {
  type: 'string',
  title: 'processor time in thousandths of a core',
  pattern: '^[1-9][0-9]{0,5}m$',
  examples: ['250m', '2000m'],
} as const satisfies JSONSchema;

/** Memory or storage in binary units. */
export const bytes = {
  type: 'string',
  title: 'a whole number of Mi, Gi or Ti',
  pattern: '^[1-9][0-9]{0,4}(?:Mi|Gi|Ti)$',
  examples: ['512Mi', '20Gi'],
} as const satisfies JSONSchema;

/** A span of time in one unit. */
export const duration = {
  type: 'string',
  title: 'a whole number of s, m or h',
  pattern: '^[1-9][0-9]{0,4}(?:s|m|h)$',
  examples: ['300s', '5m', '1h'],
} as const satisfies JSONSchema;

export const port = { type: 'integer', minimum: 1, maximum: 65535 } as const satisfies JSONSchema;

/** Names of labels and annotations: an optional domain, a slash, a name. */
export const qualifiedName = {
  type: 'string',
  title: 'the name of a label or an annotation',
  maxLength: 317,
  pattern: `^(?:${dnsLabel}(?:\\.${dnsLabel})*/)?[A-Za-z0-9](?:[-_.A-Za-z0-9]{0,61}[A-Za-z0-9])?$`,
  examples: ['example.com/team'],
} as const satisfies JSONSchema;

/** A label's value: short, because the cluster indexes it. */
export const labelValue = {
  type: 'string',
  title: 'at most 63 letters, digits, dashes, dots and underscores',
  maxLength: 63,
  pattern: '^(?:[A-Za-z0-9](?:[-_.A-Za-z0-9]*[A-Za-z0-9])?)?$',
  examples: ['kube-dns'],
} as const satisfies JSONSchema;
