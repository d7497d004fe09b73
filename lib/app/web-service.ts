import { Construct } from 'constructs';
import type { Endpoint, IWireable, PodPeer, PodPort, WiredFacts, Wiring } from '../contracts';
import type { Image, Resources } from '../core';
import { Bytes, exempt } from '../core';
import type { Availability, Mount, Probe, Scaling } from '../workloads';
import { scratch, StatelessWorkload } from '../workloads';
import { drainCommand, drainSeconds } from './drain';

/** An HTTP service of the platform's users: what only they can know. */
export interface WebServiceProps {
  readonly image: Image;
  /** The port on which it serves HTTP; 1024 or above, because it does not run as root. */
  readonly port: number;
  /** Where it answers 200 as soon as it can serve. */
  readonly readinessPath: string;
  /** Where it answers 200 as long as a restart would not help: no look at databases or other services. */
  readonly livenessPath: string;
  readonly resources: Resources;
  readonly scaling: Scaling;
  readonly availability: Availability;
  /** Plain settings. Secrets come with a connection, as files. @default - none */
  readonly env?: Readonly<Record<string, string>>;
  /** @default - the image's own */
  readonly command?: readonly string[];
  /** @default - the image's own */
  readonly args?: readonly string[];
  /**
   * Seconds that a start may take. @default 60
   */
  readonly startSeconds?: number;
  /**
   * Seconds that it may need to finish what it has begun when told to stop. @default 30
   */
  readonly stopSeconds?: number;
  /**
   * Who waits until no new requests arrive, before the service is told to stop:
   * the container by `sleep`, or the application itself (an image without `sleep`).
   * @default container
   */
  readonly drain?: 'container' | 'application';
  /** Directories that it must write to, by path; everything else is read-only. @default - /tmp with 64 MiB */
  readonly writable?: Readonly<Record<string, Bytes>>;
}

const startPeriodSeconds = 2;
const defaultStartSeconds = 60;
const defaultStopSeconds = 30;

/**
 * A stateless HTTP service – an API, a site – written by the platform's users:
 * everything of a `StatelessWorkload` around one image.
 *
 * Guarantees that it receives traffic only while `readinessPath` answers, is
 * restarted only when `livenessPath` does not, and loses no request when it is
 * replaced.
 */
export class WebService extends Construct implements IWireable {
  public readonly peer: PodPeer;
  /** What clients connect to. */
  public readonly http: Endpoint;
  private readonly workload: StatelessWorkload;

  constructor(scope: Construct, id: string, props: WebServiceProps) {
    super(scope, id);
    const port: PodPort = { name: 'http', number: props.port, protocol: 'TCP' };
    const { writable = { '/tmp': Bytes.mebi(64) }, startSeconds = defaultStartSeconds } = props;
    const ask = (path: string): Probe => ({ http: path, port });
    this.workload = new StatelessWorkload(this, id, {
      image: props.image,
      priority: 'app',
      resources: props.resources,
      scaling: props.scaling,
      availability: props.availability,
      ports: [port],
      ...(props.command === undefined ? {} : { command: props.command }),
      ...(props.args === undefined ? {} : { args: props.args }),
      env: { PORT: String(props.port), ...props.env },
      mounts: Object.entries(writable).map(([path, size], index): Mount => ({
        path,
        volume: scratch(`scratch-${String(index)}`, size),
      })),
      probes: {
        readiness: ask(props.readinessPath),
        liveness: ask(props.livenessPath),
        startup: {
          ...ask(props.livenessPath),
          periodSeconds: startPeriodSeconds,
          failureThreshold: Math.ceil(startSeconds / startPeriodSeconds),
        },
      },
      ...(props.drain === 'application' ? {} : { preStop: drainCommand }),
      terminationGracePeriodSeconds: drainSeconds + (props.stopSeconds ?? defaultStopSeconds),
    });
    if (props.drain === 'application') {
      exempt(this.workload.deployment, {
        rule: 'graceful-stop',
        reason: `the application goes on serving for ${drainSeconds} s after it was told to stop; its image has no sleep`,
      });
    }
    this.peer = this.workload.peer;
    this.http = this.workload.endpoint(port, id.toUpperCase().replaceAll('-', '_'));
  }

  public wire(wiring: Wiring, variables?: (facts: WiredFacts) => Readonly<Record<string, string>>): void {
    this.workload.wire(wiring, variables);
  }
}
