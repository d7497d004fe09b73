import { createHash } from 'node:crypto';

/** The longest name that every kind accepts: a DNS label. */
export const maxNameLength = 63;
const hashLength = 8;
const dnsLabel = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;

/** True for a name that Services (the strictest kind) accept too: RFC 1035. */
export function isDnsLabel(name: string): boolean {
  return name.length <= maxNameLength && dnsLabel.test(name);
}

/**
 * Joins parts to an object's name. A name that would be too long is cut and
 * ends in a hash of the whole, so two long names stay different.
 */
export function objectName(...parts: readonly string[]): string {
  const whole = parts.join('-');
  if (whole.length <= maxNameLength) return whole;
  return `${whole.slice(0, maxNameLength - hashLength - 1).replace(/-+$/, '')}-${contentHash(whole).slice(0, hashLength)}`;
}

/** A short hash of a text, stable between runs and machines. */
export function contentHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
