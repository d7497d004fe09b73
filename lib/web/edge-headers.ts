import type { IConstruct } from 'constructs';
import { invalidProp } from '../core';
import { requestId } from './nginx-access-log';
import type { Lines } from './nginx-text';
import { block, part } from './nginx-text';

/** Headers by which browsers protect users. A service that sends one of the first three itself knows its pages better, and prevails. */
export interface SecurityHeaders {
  /**
   * What pages may load and talk to.
   * @default - their own host; data and forms also go to the other hosts of this edge; no plug-ins, no foreign frames around them
   */
  readonly contentSecurityPolicy?: string;
  /** What other sites learn of where a user comes from. @default - the origin, and over TLS only */
  readonly referrerPolicy?: string;
  /** What pages may use of a device. @default - no camera, microphone, location, payment, USB */
  readonly permissionsPolicy?: string;
  /**
   * For how long browsers insist on TLS.
   * @default - a year, for each host by itself: other hosts of the domain may not be ours to bind
   */
  readonly strictTransportSecurity?: string;
}

const defaults = {
  contentSecurityPolicy: [
    "default-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self' $own_origins",
    "frame-src 'self' $own_origins",
    "form-action 'self' $own_origins",
    "base-uri 'self'",
    "object-src 'none'",
    "frame-ancestors 'self'",
  ].join('; '),
  referrerPolicy: 'strict-origin-when-cross-origin',
  permissionsPolicy: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  strictTransportSecurity: 'max-age=31536000',
} as const satisfies Required<SecurityHeaders>;

/** The file with the headers of every answer. */
export const answerHeadersFile = 'answer-headers.conf';

/** @throws when a value could not stand between the quotes of a configuration file */
export function checkSecurityHeaders(construct: IConstruct, headers: SecurityHeaders): Required<SecurityHeaders> {
  const given = Object.fromEntries(
    Object.entries(defaults).flatMap(([prop]) => {
      const value = headers[prop as keyof SecurityHeaders];
      if (value === undefined) return [];
      if (/^[ !#%-[\]-~]+$/.test(value)) return [[prop, value]];
      const expected = 'one line of plain characters without ", \\ and $';
      throw invalidProp(construct, { prop, got: value, expected, fix: 'write the value as it stands in the header' });
    }),
  );
  return { ...defaults, ...given };
}

/** The headers that depend on the request or on what the service says itself. */
export function headerVariables(
  headers: Required<SecurityHeaders>,
  hosts: readonly string[],
  schemeVariable: string,
): Lines {
  const unlessSent = (header: string, variable: string, value: string): Lines =>
    block(`map $upstream_http_${header} ${variable}`, [`"" "${value}";`, 'default "";']);
  return part(
    'Headers that browsers protect users by. Where a service sends its own one, that one counts alone.',
    block('map "" $own_origins', [`default "${hosts.map((host) => `https://${host}`).join(' ')}";`]),
    unlessSent('content_security_policy', '$content_security_policy', headers.contentSecurityPolicy),
    unlessSent('referrer_policy', '$referrer_policy', headers.referrerPolicy),
    unlessSent('permissions_policy', '$permissions_policy', headers.permissionsPolicy),
    block(`map ${schemeVariable} $strict_transport_security`, [
      `https "${headers.strictTransportSecurity}";`,
      'default "";',
    ]),
  );
}

/** `answer-headers.conf`: what every answer carries, those of NGINX itself included. */
export const answerHeaders: Lines = [
  '# What every answer carries, also errors. A location that adds a header of its own must include it again.',
  ...[
    'Strict-Transport-Security $strict_transport_security',
    'X-Content-Type-Options nosniff',
    'Content-Security-Policy $content_security_policy',
    'Referrer-Policy $referrer_policy',
    'Permissions-Policy $permissions_policy',
    `X-Request-ID ${requestId}`,
  ].map((header) => `add_header ${header} always;`),
  '',
  '# Not twice, and nothing about what a service is made of.',
  ...['Strict-Transport-Security', 'X-Content-Type-Options', 'X-Request-ID', 'X-Powered-By'].map(
    (header) => `proxy_hide_header ${header};`,
  ),
];
