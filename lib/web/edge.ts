import { Construct } from 'constructs';
import type { Endpoint, IClient, PodPeer } from '../contracts';
import { describeInvalidProp, doorId, invalidProp, objectName } from '../core';
import type { IssuerRef } from '../security';
import { admit, certificateKeys, connect, TlsCertificate } from '../security';
import type { Mount, StatelessWorkload } from '../workloads';
import { secretVolume } from '../workloads';
import { createEntrance, publicPorts, serviceFor, visitors } from './entrance';
import type { SecurityHeaders } from './edge-headers';
import { checkSecurityHeaders } from './edge-headers';
import { edgeFiles } from './edge-nginx';
import type { Route, RouteProps, Upstream } from './edge-route';
import { readBodySize, readRoute, readTimeout, readUpstream } from './edge-route';
import { hostsOf } from './edge-settings';
import { certificateDirectory } from './edge-tls';
import type { Exposure } from './exposure';

import { statusPort } from './nginx-probes';
import type { NginxSizing } from './nginx-workload';
import { createNginx } from './nginx-workload';
import type { RateLimit } from './rate-limit';
import { checkRateLimit } from './rate-limit';

/** The edge of a platform. */
export interface EdgeProps extends NginxSizing, SecurityHeaders {
  /** How clients reach it. */
  readonly exposure: Exposure;
  /** Who signs the certificate of the public hosts. */
  readonly issuer: IssuerRef;
  readonly rateLimit: RateLimit;
  /** Largest request body, as in `10Mi`; a larger one is answered with 413. */
  readonly maxBodySize: string;
  /** Longest time that a service may stay silent, as in `30s`; then the edge answers with 504. */
  readonly requestTimeout: string;
}

/** Cloud load balancers ask a node every ten seconds, and give it up after three answers. */
const loadBalancerDrainSeconds = 30;
/** Proxies in the cluster learn of a leaving pod within seconds. */
const proxyDrainSeconds = 10;
/** NGINX reads no longer word in its configuration than 4096 characters; the rest is for what surrounds the hosts. */
const longestHosts = 3500;
const cidrPattern = /^[0-9a-fA-F.:]+\/\d{1,3}$/;

/**
 * The load balancer and TLS end point in front of everything: an NGINX with a
 * ConfigMap, a Certificate for all hosts of its routes, and – unless a load
 * balancer leads straight to it – an Ingress or a Gateway.
 *
 * Guarantees that only hosts with a route are answered and only over TLS, that
 * each client is held to its rate, body size and time, that services learn the
 * client's true address, and that a renewed certificate counts without a
 * restart. It opens to the network what its routes and exposure say, and its
 * figures (`status`) to nobody but who is connected to them.
 *
 * It listens on IPv4. With a load balancer in front, an issuer that asks over
 * HTTP (ACME HTTP-01) does not get through: use one that asks DNS.
 */
export class Edge extends Construct implements IClient {
  public readonly peer: PodPeer;
  /** Connections and requests, as `stub_status` counts them. */
  public readonly status: Endpoint;
  private readonly workload: StatelessWorkload;
  private readonly routeList: Route[] = [];
  private readonly upstreams = new Map<string, Upstream>();

  constructor(scope: Construct, id: string, props: EdgeProps) {
    super(scope, id);
    const { exposure, rateLimit, requestTimeout, issuer, image, resources, scaling, availability, env } = props;
    const terminatesTls = exposure.type === 'loadBalancer';
    this.checkTrustedProxies(exposure);
    const certificate = new TlsCertificate(this, 'Certificate', {
      name: objectName(id, 'tls'),
      dnsNames: () => this.hosts,
      usage: 'server',
      issuer,
    });
    const timeoutSeconds = readTimeout(this, 'requestTimeout', requestTimeout);
    const settings = {
      service: id,
      resources,
      shutdownSeconds: timeoutSeconds,
      terminatesTls,
      trustedProxies: exposure.trustedProxies,
      rateLimit: checkRateLimit(this, rateLimit),
      maxBodySize: readBodySize(this, props.maxBodySize),
      timeoutSeconds,
      headers: checkSecurityHeaders(this, props),
    };
    this.workload = createNginx(this, id, {
      ...{ image, resources, scaling, availability },
      ...(env === undefined ? {} : { env }),
      files: () => edgeFiles({ ...settings, routes: this.routeList }),
      service: serviceFor(exposure),
      mounts: terminatesTls ? [certificateMount(certificate)] : [],
      drainSeconds: terminatesTls ? loadBalancerDrainSeconds : proxyDrainSeconds,
      shutdownSeconds: timeoutSeconds,
    });
    this.peer = this.workload.peer;
    this.status = this.workload.endpoint(statusPort);
    admit(this, visitors(exposure), { name: 'public', server: this.peer, ports: publicPorts(exposure) });
    // Below the workload, so that nothing leads to pods before they are synced.
    createEntrance(this.workload, exposure, { name: id, hosts: () => this.hosts, certificate: certificate.name });
    this.node.addValidation({ validate: () => this.problemsOfHosts() });
  }

  /** The public names, in the order of the alphabet. */
  public get hosts(): readonly string[] {
    return hostsOf(this.routeList);
  }

  /**
   * Passes requests for a host, or for a path of it, on to a service, and
   * connects the edge to it.
   * @throws when another route has the host and path, or a value has no place in a configuration file
   */
  public addRoute(props: RouteProps): void {
    const route = readRoute(this, props, readUpstream(this, props.to));
    const { host, path } = route;
    if (this.routeList.some((other) => other.host === host && other.path === path)) {
      throw invalidProp(this, {
        prop: 'addRoute',
        got: `${host}${path}, which has a route already`,
        expected: 'each host and path once',
        fix: 'keep one of the two routes, or give one of them a longer path',
      });
    }
    this.routeList.push({ ...route, upstream: this.reach(props.to, route.upstream) });
  }

  /** Connects to a service once, however many routes lead to it. */
  private reach(to: Endpoint, upstream: Upstream): Upstream {
    const known = this.upstreams.get(doorId(to));
    if (known) return known;
    connect(this, to);
    const reached = to.wiring?.tls === true ? { ...upstream, authorityFile: this.mountAuthority() } : upstream;
    this.upstreams.set(doorId(to), reached);
    return reached;
  }

  /** Mounts the certificate by which services that speak TLS are checked. */
  private mountAuthority(): string {
    let path = '';
    this.workload.wire({ prefix: '', values: {}, tls: true }, ({ files }) => {
      path = files.CA ?? '';
      return {};
    });
    return path;
  }

  private checkTrustedProxies({ type, trustedProxies }: Exposure): void {
    const wrong = trustedProxies.filter((cidr) => !cidrPattern.test(cidr));
    if (wrong.length === 0 && (type === 'loadBalancer' || trustedProxies.length > 0)) return;
    throw invalidProp(this, {
      prop: 'exposure.trustedProxies',
      got: wrong.length > 0 ? wrong : 'none',
      expected: 'address blocks such as 10.244.0.0/16, one at least behind an ingress or gateway',
      fix: "name the block of the proxies' pods: nobody else can tell clients apart, or who came over TLS",
    });
  }

  private problemsOfHosts(): string[] {
    const length = this.hosts.join(' https://').length;
    if (length > 0 && length <= longestHosts) return [];
    const problem =
      length === 0
        ? { got: 'no route', expected: 'one route at least', fix: 'call addRoute, or leave the edge out' }
        : {
            got: `hosts of ${length} characters together`,
            expected: `${longestHosts} at most`,
            fix: 'divide the routes between two edges',
          };
    return [describeInvalidProp(this, { prop: 'routes', ...problem })];
  }
}

function certificateMount(certificate: TlsCertificate): Mount {
  const keys = [certificateKeys.certificate, certificateKeys.key];
  return { path: certificateDirectory, volume: secretVolume('tls', certificate, keys) };
}
