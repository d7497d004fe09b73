import type { IConstruct } from 'constructs';
import type { Endpoint } from '../contracts';
import { Bytes, doorId, invalidProp, secondsOf } from '../core';
import type { RateLimit } from './rate-limit';
import { checkRateLimit } from './rate-limit';
import { readProp } from './read-prop';

/** Requests that the edge passes on to one service. */
export interface RouteProps {
  /** The public name: `api.example.com`. */
  readonly host: string;
  /** The path and everything below it, with a slash at its end or without. Where routes overlap, the longest path counts. @default / */
  readonly path?: string;
  /** Where requests go. */
  readonly to: Endpoint;
  /** Largest request body, as in `10Mi`. @default - that of the edge */
  readonly maxBodySize?: string;
  /** Longest time that the service may stay silent, as in `30s`. @default - that of the edge; an hour for websockets */
  readonly timeout?: string;
  /** Whether connections may be upgraded to websockets. @default false */
  readonly websocket?: boolean;
  /** Counted apart from other requests. @default - that of the edge */
  readonly rateLimit?: RateLimit;
  /** `Cache-Control` of successful answers, in place of the service's own: `public, max-age=300`. @default - the service's own */
  readonly cacheControl?: string;
}

/** A service behind the edge, as NGINX addresses it. */
export interface Upstream {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  /** The certificate by which a service that speaks TLS is checked. @default - it speaks plain HTTP */
  readonly authorityFile?: string;
}

/** A route with everything checked and read. */
export interface Route {
  readonly host: string;
  readonly path: string;
  readonly upstream: Upstream;
  readonly maxBodySize?: Bytes;
  readonly timeoutSeconds?: number;
  readonly websocket: boolean;
  readonly rateLimit?: RateLimit;
  readonly cacheControl?: string;
}

const hostPattern = /^(?=.{1,253}$)([a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\.)*[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;
const pathPattern = /^(\/|(\/(?!\.{1,2}(\/|$))[A-Za-z0-9._~-]+)+)$/;
const cacheControlPattern = /^[a-z0-9=, -]+$/;
const websocketSeconds = 3600;

/** Checks a route: what it says goes into a configuration file, so nothing but plain words may pass. */
export function readRoute(construct: IConstruct, props: RouteProps, upstream: Upstream): Route {
  const { host, path: written = '/', maxBodySize, websocket = false, rateLimit, cacheControl } = props;
  const path = written.replace(/(?<=.)\/$/, '');
  const check = (prop: string, text: string, pattern: RegExp, expected: string, fix: string): void => {
    if (!pattern.test(text)) throw invalidProp(construct, { prop, got: text, expected, fix });
  };
  check(
    'host',
    host,
    hostPattern,
    'a host name in lower case, such as api.example.com',
    'name every host; a * is none',
  );
  check(
    'path',
    path,
    pathPattern,
    'a path such as /api/v1 of plain letters, digits, dots, dashes',
    'percent-encode nothing',
  );
  if (cacheControl !== undefined) {
    const fix = 'list directives of RFC 9111 and RFC 8246, separated by commas';
    check('cacheControl', cacheControl, cacheControlPattern, 'a Cache-Control value such as public, max-age=300', fix);
  }
  const timeout = props.timeout ?? (websocket ? `${websocketSeconds}s` : undefined);
  return {
    host,
    path,
    upstream,
    websocket,
    ...(maxBodySize === undefined ? {} : { maxBodySize: readBodySize(construct, maxBodySize) }),
    ...(timeout === undefined ? {} : { timeoutSeconds: readTimeout(construct, 'timeout', timeout) }),
    ...(rateLimit === undefined ? {} : { rateLimit: checkRateLimit(construct, rateLimit) }),
    ...(cacheControl === undefined ? {} : { cacheControl }),
  };
}

/** The service behind an end point. */
export function readUpstream(construct: IConstruct, to: Endpoint): Upstream {
  const { HOST: host = '', PORT: port = '' } = to.wiring?.values ?? {};
  if (!hostPattern.test(host) || !/^[1-9]\d{0,4}$/.test(port)) {
    throw invalidProp(construct, {
      prop: 'to',
      got: `${doorId(to)} at '${host}', port '${port}'`,
      expected: 'an end point whose wiring names its HOST and PORT',
      fix: 'pass the end point of a service, such as backend.http',
    });
  }
  return { name: doorId(to).replaceAll(/[^A-Za-z0-9-]+/g, '.'), host, port: Number(port) };
}

/** @throws when it is no size, or none at all: NGINX takes zero for no limit */
export function readBodySize(construct: IConstruct, text: string): Bytes {
  const size = readProp(construct, 'maxBodySize', text, (value) => Bytes.parse(value));
  if (size.value > 0) return size;
  const fix = 'name the largest body that a service has to take';
  throw invalidProp(construct, { prop: 'maxBodySize', got: text, expected: 'more than nothing', fix });
}

/** @throws when it is no time span, or none at all */
export function readTimeout(construct: IConstruct, prop: string, text: string): number {
  const seconds = readProp(construct, prop, text, secondsOf);
  if (seconds > 0) return seconds;
  const fix = 'name the longest silence that a client has to bear';
  throw invalidProp(construct, { prop, got: text, expected: 'more than no time', fix });
}
