import { Construct } from 'constructs';
import type { Endpoint, IClient, PodPeer } from '../contracts';
import { invalidProp } from '../core';
import { frontendFiles } from './frontend-nginx';
import { statusPort } from './nginx-probes';
import { httpPort } from './nginx-process';
import type { NginxSizing } from './nginx-workload';
import { createNginx } from './nginx-workload';

/** A static site: an image of nginx-unprivileged with files in `/usr/share/nginx/html`. */
export interface FrontendProps extends NginxSizing {
  /** Whether paths without a file are the page's own to answer. @default true */
  readonly singlePage?: boolean;
  /**
   * Directories whose files have a hash in their names, so that a copy never gets old.
   * @default - `/assets/` and `/static/`, where Vite and Create React App put them
   */
  readonly immutablePaths?: readonly string[];
}

/** Where the image keeps the site. */
const root = '/usr/share/nginx/html';
const defaultImmutablePaths = ['/assets/', '/static/'];
const pathPattern = /^\/([A-Za-z0-9_-]+\/)+$/;
/** The edge learns of a leaving pod within seconds. */
const drainSeconds = 10;
/** A file on a slow line. */
const shutdownSeconds = 30;

/**
 * A static site behind the edge: an NGINX that serves the files of its image.
 *
 * Guarantees that a visitor gets a new version with the next page: pages are
 * checked each time, and only files with a hash in their name are kept.
 * Security headers are left to the edge.
 */
export class Frontend extends Construct implements IClient {
  public readonly peer: PodPeer;
  /** What the edge connects to. */
  public readonly http: Endpoint;
  /** Connections and requests, as `stub_status` counts them. */
  public readonly status: Endpoint;

  constructor(scope: Construct, id: string, props: FrontendProps) {
    super(scope, id);
    const { singlePage = true, immutablePaths = defaultImmutablePaths, ...sizing } = props;
    const wrong = immutablePaths.filter((path) => !pathPattern.test(path));
    if (wrong.length > 0) {
      throw invalidProp(this, {
        prop: 'immutablePaths',
        got: wrong,
        expected: 'directories such as /assets/, with a slash at both ends',
        fix: "name the directory into which the site's build puts files with a hash in their names",
      });
    }
    const workload = createNginx(this, id, {
      ...sizing,
      files: () =>
        frontendFiles({ service: id, resources: props.resources, shutdownSeconds, root, singlePage, immutablePaths }),
      service: { ports: [httpPort] },
      drainSeconds,
      shutdownSeconds,
    });
    this.peer = workload.peer;
    this.http = workload.endpoint(httpPort, id.toUpperCase().replaceAll('-', '_'));
    this.status = workload.endpoint(statusPort);
  }
}
