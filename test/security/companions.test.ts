import type { Endpoint } from '../../lib/contracts';
import { startLevels } from '../../lib/core';
import { connect } from '../../lib/security';
import { StatelessWorkload } from '../../lib/workloads';
import { TestPlatform, workload } from '../test-platform';

function build() {
  const platform = new TestPlatform();
  const app = platform.component();
  const make = (id: string): StatelessWorkload =>
    new StatelessWorkload(app, id, { ...workload, preStop: ['sleep', '5'] });
  const [port] = workload.ports;
  const guide = make('guide');
  const server = make('server');
  const client = make('client');
  const door = (name: string): Endpoint => ({ ...server.endpoint(port), name, companions: [guide.endpoint(port)] });
  return { platform, client, guide, door };
}

it('opens the companion together with the server, at both ends', () => {
  const { platform, client, door } = build();
  connect(client, door('orders'));
  const declared = platform.topology.outgoingOf(client.peer.id).map(({ to }) => to.server.id);
  expect(declared).toEqual(expect.arrayContaining(['shop-app/server', 'shop-app/guide']));
  expect(platform.findings).toEqual([]);
});

it('opens it once for two doors of the same server, or for one that is connected anyway', () => {
  const { platform, client, guide, door } = build();
  connect(client, guide.endpoint(workload.ports[0]));
  connect(client, door('orders'));
  connect(client, door('invoices'));
  expect(platform.topology.incomingOf(guide.peer.id)).toHaveLength(1);
});

it('makes the client wait for the companion as it waits for the server', () => {
  const level = (startup: boolean): number | undefined => {
    const { platform, client, door } = build();
    connect(client, door('orders'), { startup });
    return startLevels(platform.topology).get(client.peer.id);
  };
  expect(level(true)).toBeGreaterThan(0);
  expect(level(false)).toBe(0);
});
