import { environments, readDist } from './harness/dist';
import { until } from './harness/program';
import { EdgeStand } from './web/edge-stand';

const [environment = 'none in dist/'] = environments();

/** One is enough: environments differ in hosts and numbers only. */
describe(`the edge of ${environment}, when things go wrong or to an end`, () => {
  let stand: EdgeStand;

  beforeAll(async () => {
    stand = await EdgeStand.open(readDist(environment, 'web'));
  });

  afterAll(async () => {
    await stand.close();
  });

  test('who sends a header too slowly is cut off', async () => {
    const started = Date.now();
    const script = `exec 3<>/dev/tcp/${stand.edge.address}/8080; printf 'GET / HTTP/1.1\\r\\nHost: ' >&3; cat <&3`;
    await stand.network.run(['timeout', '30', 'bash', '-c', script]);
    const seconds = (Date.now() - started) / 1000;
    expect(seconds).toBeGreaterThan(8);
    expect(seconds).toBeLessThan(15);
  });

  test('nobody has more requests on the way at once than come in a burst', async () => {
    const { burst, host } = stand.facts;
    const greedy = await stand.visitor();
    const patient = await stand.visitor();
    const parallel = ['-Z', '--parallel-immediate', '--parallel-max', String(burst)];
    const many = greedy.askOften(host, '/?delay=4000', burst, { options: parallel });
    // By then the rate allows more, and the others are still on their way.
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect((await greedy.ask(host)).status).toBe(429);
    expect((await patient.ask(host)).status).toBe(200);
    expect(await many).toEqual(Array.from({ length: burst }, () => 200));
    expect((await greedy.ask(host)).status).toBe(200);
  });

  test('a pod that is about to leave is alive and serves, but is not ready', async () => {
    const { container } = stand.edge;
    const visitor = await stand.visitor();
    expect(await container.probe('readiness')).toBe(true);
    stand.edge.startPreStop();
    await until('it is not ready', async () => !(await container.probe('readiness')));
    expect(await container.probe('liveness')).toBe(true);
    expect((await visitor.ask(stand.facts.host)).status).toBe(200);
  });

  test('told to stop, it finishes what it has begun, and takes nothing new', async () => {
    const visitor = await stand.visitor();
    const slow = visitor.ask(stand.facts.host, '/?delay=2500');
    const begun = async (): Promise<boolean> => {
      const figures = await visitor.ask('edge', '/stub_status', { scheme: 'http', port: 8082 });
      return /Writing: [2-9]/.test(figures.body);
    };
    await until('the slow request has begun', begun);
    await stand.edge.quit();
    await until('nothing new is taken', async () => (await visitor.ask(stand.facts.host)).exit === 7);
    expect((await slow).status).toBe(200);
    expect((await stand.edge.program.ended).code).toBe(0);
  });
});

describe(`the edge of ${environment}, when a service is down`, () => {
  test('says so without telling what it is made of', async () => {
    const stand = await EdgeStand.open(readDist(environment, 'web'));
    try {
      const visitor = await stand.visitor();
      expect((await visitor.ask(stand.facts.host)).status).toBe(200);
      for (const stub of stand.stubs) await stub.stop();
      const answer = await visitor.ask(stand.facts.host, '/?after');
      expect(answer.status).toBe(502);
      expect(answer.body).toContain('502 Bad Gateway');
      expect(answer.body).not.toMatch(/nginx\/\d/);
      expect(answer.header('server')).toEqual(['nginx']);
      expect(answer.header('content-security-policy')).toHaveLength(1);
      expect(await stand.edge.container.probe('readiness')).toBe(true);
    } finally {
      await stand.close();
    }
  });
});
