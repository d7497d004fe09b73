import type { PodPort } from '../../lib/contracts';
import { renderProbes } from '../../lib/workloads';

const port: PodPort = { name: 'http', number: 8080, protocol: 'TCP' };
const readiness = { http: '/ready', port } as const;
const liveness = { tcp: port } as const;

it('gives a start a minute of readiness questions unless it is told', () => {
  const { startupProbe, readinessProbe } = renderProbes({ readiness, liveness });
  expect(startupProbe?.httpGet).toEqual(readinessProbe?.httpGet);
  expect((startupProbe?.periodSeconds ?? 0) * (startupProbe?.failureThreshold ?? 0)).toBe(60);
});

it('asks ports by number, whatever the question is', () => {
  const { readinessProbe, livenessProbe } = renderProbes({ readiness, liveness });
  expect(readinessProbe?.httpGet?.port.value).toBe(8080);
  expect(livenessProbe?.tcpSocket?.port.value).toBe(8080);
  const command = ['redis-cli', 'ping'];
  expect(renderProbes({ readiness: { exec: command }, liveness }).readinessProbe?.exec).toEqual({ command });
});

it('never waits for an answer for longer than until the next question', () => {
  for (const periodSeconds of [1, 2, 5, 10]) {
    const { readinessProbe } = renderProbes({ readiness: { ...readiness, periodSeconds }, liveness });
    expect(readinessProbe?.timeoutSeconds).toBe(Math.min(5, periodSeconds));
  }
  const told = renderProbes({ readiness: { ...readiness, timeoutSeconds: 3 }, liveness });
  expect(told.readinessProbe?.timeoutSeconds).toBe(3);
});

it('speaks TLS where the port does', () => {
  const { readinessProbe, livenessProbe } = renderProbes({
    readiness: { ...readiness, scheme: 'HTTPS' },
    liveness: readiness,
  });
  expect([readinessProbe, livenessProbe].map((probe) => probe?.httpGet?.scheme)).toEqual(['HTTPS', 'HTTP']);
});
