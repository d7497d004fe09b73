import type { Schema } from './schema';

// The forms of values that the API server checks in code (apimachinery's validation package).

const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const subdomain = `${label}(\\.${label})*`;
const qualifiedName = '[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?';

/** One of a fixed set of words. */
export function oneOf(...words: readonly (string | number)[]): Schema {
  return { enum: words };
}

/** A number with a lower and perhaps an upper end. */
export function atLeast(minimum: number, maximum?: number): Schema {
  return maximum === undefined ? { minimum } : { minimum, maximum };
}

/** A list whose elements differ in a field; elements without it are not compared. */
export function uniqueBy(...fields: readonly string[]): Schema {
  return { unique: [{ fields }] };
}

/** A list of words of a fixed set. */
export function listOf(...words: readonly string[]): Schema {
  return { items: oneOf(...words), unique: [{ fields: [] }] };
}

/** Facts about the fields of a definition. */
export function fields(properties: Readonly<Record<string, Schema>>): Schema {
  return { properties };
}

/** A field that must not be there. */
export function absent(reason: string): Schema {
  return { not: {}, description: `nothing: ${reason}` };
}

/** An object that must have exactly one of its optional fields. */
export function exactlyOne(description: string): Schema {
  return { minProperties: 1, maxProperties: 1, description };
}

/** An object in which a condition that a schema describes must not hold. */
export function never(description: string, condition: Schema): Schema {
  return { not: condition, description };
}

/** True for objects in which `field` has this value. */
export function has(field: string, value: string | number | boolean): Schema {
  return { required: [field], properties: { [field]: { const: value } } };
}

export const nonNegative = atLeast(0);
export const positive = atLeast(1);
export const notEmpty: Schema = { minLength: 1, description: 'text that is not empty' };

/** The largest number that Linux takes as a user or group. */
export const userId = atLeast(0, 2_147_483_647);

export const port: Schema = { ...atLeast(1, 65_535), description: 'a port number from 1 to 65535' };
const ianaServiceName = '^(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]*[a-z0-9])?$';
export const portName: Schema = {
  pattern: ianaServiceName,
  maxLength: 15,
  description: 'a port name: up to 15 of a-z, 0-9 and single -, with a letter',
};
export const portOrName: Schema = {
  ...portName,
  ...port,
  description: 'a port number from 1 to 65535, or a port name',
};
export const protocol = oneOf('TCP', 'UDP', 'SCTP');

export const dnsLabel: Schema = {
  pattern: `^${label}$`,
  maxLength: 63,
  description: 'a DNS label: up to 63 of a-z, 0-9 and -, with a letter or digit at both ends (RFC 1123)',
};
export const serviceName: Schema = {
  pattern: '^[a-z]([-a-z0-9]*[a-z0-9])?$',
  maxLength: 63,
  description: 'a DNS label that starts with a letter: up to 63 of a-z, 0-9 and - (RFC 1035)',
};
export const dnsSubdomain: Schema = {
  pattern: `^${subdomain}$`,
  maxLength: 253,
  description: 'a DNS name: up to 253 of a-z, 0-9, - and ., with a letter or digit at both ends',
};
export const hostName: Schema = {
  pattern: `^(\\*\\.)?${subdomain}$`,
  maxLength: 253,
  not: { pattern: '^\\d+(\\.\\d+){3}$' },
  description: 'a host name, perhaps with * as its first label, and no address',
};
export const pathSegment: Schema = {
  pattern: '^(?!\\.\\.?$)[^/%]+$',
  description: 'a name without / and %',
};

export const labelKey: Schema = {
  pattern: `^(${subdomain}/)?${qualifiedName}$`,
  maxLength: 317,
  description: 'a label key: up to 63 of A-Z, a-z, 0-9, -, _ and ., perhaps after a DNS name and /',
};
export const labelValue: Schema = {
  pattern: `^(${qualifiedName})?$`,
  description: 'a label value: up to 63 of A-Z, a-z, 0-9, -, _ and ., with a letter or digit at both ends',
};
export const labels: Schema = { propertyNames: labelKey, additionalProperties: labelValue };
export const annotationKey: Schema = {
  pattern: `^(${subdomain.replaceAll('a-z', 'A-Za-z')}/)?${qualifiedName}$`,
  maxLength: 317,
  description: 'an annotation key: up to 63 of A-Z, a-z, 0-9, -, _ and ., perhaps after a DNS name and /',
};

export const environmentName: Schema = {
  pattern: '^[-._a-zA-Z][-._a-zA-Z0-9]*$',
  description: 'a name of A-Z, a-z, 0-9, _, - and ., which does not start with a digit',
};
export const fileKey: Schema = {
  pattern: '^(?!\\.\\.?$)(?!\\.\\.)[-._a-zA-Z0-9]+$',
  maxLength: 253,
  description: 'a key of A-Z, a-z, 0-9, -, _ and ., which does not start with ..',
};
export const base64: Schema = {
  pattern: '^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$',
  description: 'base64',
};
export const fileMode: Schema = { ...atLeast(0, 0o777), description: 'file permissions from 0 to 511 (octal 777)' };
export const relativePath: Schema = {
  pattern: '^(?!/)(?!(.*/)?\\.\\.(/|$)).+$',
  description: 'a relative path without ..',
};

export const quantity: Schema = {
  pattern: '^[+-]?(\\d+\\.?\\d*|\\.\\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\\d+)?$',
  description: 'a quantity: a number, perhaps with m, k, M, G, Ki, Mi, Gi …',
};
export const amount: Schema = {
  minimum: 0,
  not: { type: 'string', pattern: '^-' },
  description: 'a quantity that is not negative',
};
const percent = '^(100|[0-9]{1,2})%$';
export const countOrPercent: Schema = {
  minimum: 0,
  pattern: percent,
  description: 'a number from 0, or a percentage from 0% to 100%',
};

const octet = '(25[0-5]|2[0-4]\\d|1?\\d?\\d)';
export const addressBlock: Schema = {
  pattern: `^(${octet}(\\.${octet}){3}/(3[0-2]|[12]?\\d)|[0-9a-fA-F:]*:[0-9a-fA-F:.]*/(12[0-8]|1[01]\\d|[1-9]?\\d))$`,
  description: 'an address block such as 10.0.0.0/8 or fd00::/8',
};
export const address: Schema = {
  pattern: `^(${octet}(\\.${octet}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*)$`,
  description: 'an IPv4 or IPv6 address',
};

/** Go's `time.ParseDuration`. */
export const goDuration: Schema = {
  pattern: '^(0|([0-9]+(\\.[0-9]+)?(ns|us|µs|ms|s|m|h))+)$',
  description: 'a duration such as 90m or 2160h (Go knows no days)',
};
