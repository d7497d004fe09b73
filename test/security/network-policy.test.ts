import type { Endpoint } from '../../lib/contracts';
import { connect, foreignPods } from '../../lib/security';
import { StatelessWorkload } from '../../lib/workloads';
import { TestPlatform, workload } from '../test-platform';

function door(name: string, ...numbers: readonly number[]): Endpoint {
  const ports = numbers.map((number) => ({ name, number, protocol: 'TCP' as const }));
  return { name, server: foreignPods('elsewhere', 'store', { app: 'store' }), ports };
}

it('opens a port once, however many doors of a server are behind it', () => {
  const platform = new TestPlatform();
  const client = new StatelessWorkload(platform.component(), 'client', { ...workload, preStop: ['sleep', '5'] });
  connect(client, door('first', 5432));
  connect(client, door('second', 5432, 5433));
  expect(platform.findings).toEqual([]);
  const { egress = [] } = platform.spec('NetworkPolicy', 'client');
  const toStore = egress.filter(({ to = [] }) =>
    to.some(({ podSelector }) => podSelector?.matchLabels?.app === 'store'),
  );
  expect(toStore.map(({ ports = [] }) => ports.map(({ port }) => port))).toEqual([[5432, 5433]]);
});
