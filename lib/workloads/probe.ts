import * as k8s from 'cdk8s-plus-27/lib/imports/k8s';
import type { PodPort } from '../contracts';

/** How to ask a container how it is. */
export type ProbeAction =
  | { readonly http: string; readonly port: PodPort; readonly scheme?: 'HTTP' | 'HTTPS' }
  | { readonly tcp: PodPort }
  | { readonly exec: readonly string[] };

/** A question, how often it is asked, and how many wrong answers it takes. */
export type Probe = ProbeAction & {
  /** @default 10 */
  readonly periodSeconds?: number;
  /** @default 5: the time-out that health end points promise to keep (T3); the period, where that is shorter */
  readonly timeoutSeconds?: number;
  /** @default 3 */
  readonly failureThreshold?: number;
};

/**
 * The three questions to every long-running container. Readiness and liveness
 * must differ: a container that cannot serve for a while must not be killed.
 */
export interface Probes {
  readonly readiness: Probe;
  readonly liveness: Probe;
  /**
   * How long a start may take: periodSeconds × failureThreshold.
   * @default - the readiness question, every 2 s for 60 s
   */
  readonly startup?: Probe;
}

/** The fields of a container that its probes fill. Ports are numbers: scanners cannot compare named ones. */
export function renderProbes({
  readiness,
  liveness,
  startup,
}: Probes): Pick<k8s.Container, 'readinessProbe' | 'livenessProbe' | 'startupProbe'> {
  return {
    startupProbe: render(startup ?? { ...readiness, periodSeconds: 2, failureThreshold: 30 }),
    readinessProbe: render(readiness),
    livenessProbe: render(liveness),
  };
}

const usualTimeoutSeconds = 5;

function render(probe: Probe): k8s.Probe {
  const { periodSeconds = 10, failureThreshold = 3 } = probe;
  const timeoutSeconds = probe.timeoutSeconds ?? Math.min(usualTimeoutSeconds, periodSeconds);
  return { ...action(probe), periodSeconds, timeoutSeconds, failureThreshold };
}

function action(probe: ProbeAction): k8s.Probe {
  if ('exec' in probe) return { exec: { command: [...probe.exec] } };
  if ('tcp' in probe) return { tcpSocket: { port: k8s.IntOrString.fromNumber(probe.tcp.number) } };
  return {
    httpGet: { path: probe.http, port: k8s.IntOrString.fromNumber(probe.port.number), scheme: probe.scheme ?? 'HTTP' },
  };
}
