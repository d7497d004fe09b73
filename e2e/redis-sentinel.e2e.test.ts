import { environments, readDist } from './harness/dist';
import { Network } from './harness/network';
import { until } from './harness/program';
import { alpine } from './data/alpine';
import { RedisGroup } from './data/redis-group';

/** How long a failover may take: the acceptance figure. */
const failoverSeconds = 15;
/** After what time without an answer a Sentinel takes a server for gone. */
const downAfterMs = 5000;

const environment = environments().find((name) =>
  readDist(name, 'data')
    .all('StatefulSet')
    .some(({ metadata }) => metadata.name === 'redis-sentinel'),
);

describe('Redis with Sentinels, as dist has it', () => {
  let network: Network;
  let group: RedisGroup;

  const put = async (key: string, value: string): Promise<string> =>
    group.pod('redis', await group.master()).ask('backend', 'SET', `backend:${key}`, value);
  const get = async (key: string): Promise<string> =>
    group.pod('redis', await group.master()).ask('backend', 'GET', `backend:${key}`);
  const allReady = async (): Promise<void> => {
    await Promise.all([...group.all('redis'), ...group.all('redis-sentinel')].map((pod) => pod.ready()));
  };
  /** Until every replica has what the master has, and no Sentinel is still busy with the last failover. */
  const inStep = async (): Promise<void> => {
    await allReady();
    await until('every Sentinel is done', async () => {
      const sentinels = group.all('redis-sentinel');
      const views = await Promise.all(sentinels.map((sentinel) => sentinel.askNameless('SENTINEL', 'master', 'redis')));
      return views.every((view) => /^flags\nmaster$/m.test(view));
    });
    await until('a replica has everything', async () => {
      const master = group.pod('redis', await group.master());
      return (await master.ask('backend', 'WAIT', String(group.size('redis') - 1), '1000')) !== '0';
    });
  };

  beforeAll(async () => {
    network = await Network.open();
    group = new RedisGroup(network, readDist(environment ?? '', 'data'), await alpine(network.folder));
  });
  afterAll(async () => {
    await group.close();
    await network.close();
  });

  test('Redis waits for the Sentinels, and none decides alone', async () => {
    await group.startAll('redis');
    await until('each says what it waits for', async () =>
      Promise.resolve(group.all('redis').every(({ program }) => program.output.includes('waiting for 2 Sentinels'))),
    );
    await group.start('redis-sentinel', 1);
    await group.pod('redis-sentinel', 1).ready();
    expect(await group.pod('redis', 0).askNameless('PING')).toContain('Connection refused');

    await group.start('redis-sentinel', 0);
    await group.start('redis-sentinel', 2);
    expect(await group.master()).toBe(0);
    await allReady();
    expect(group.log).not.toMatch(/FATAL|Bad directive|NOPERM|WRONGPASS|ACL/);
  });

  test('a master that is killed is replaced, nothing is lost, and it comes back as a replica', async () => {
    expect(await put('killed', 'kept')).toBe('OK');
    await inStep();
    const old = await group.master();
    group.pod('redis', old).program.signal('SIGKILL');
    await group.pod('redis', old).program.ended;
    expect(await group.pod('redis', old).container.probe('liveness')).toBe(false);

    const next = await group.master(failoverSeconds, old);
    expect(next).not.toBe(old);
    expect(await get('killed')).toBe('kept');

    group.pod('redis', old).restart();
    await group.pod('redis', old).ready();
    expect(await group.pod('redis', old).ask('probe', 'ROLE')).toMatch(new RegExp(`^slave\nredis-${next}\\.`));
    expect(await group.master()).toBe(next);
  });

  test('a master whose node is lost, name and address, is replaced too', async () => {
    expect(await put('lost', 'kept')).toBe('OK');
    await inStep();
    const old = await group.master();
    await group.lose('redis', old);

    const replica = group.all('redis')[0];
    await until('a replica without a master is not ready', async () => !(await replica?.container.probe('readiness')));
    expect(await replica?.container.probe('liveness')).toBe(true);

    const next = await group.master(failoverSeconds, old);
    expect(await get('lost')).toBe('kept');
    await group.start('redis', old);
    await allReady();
    expect(await group.master()).toBe(next);
  });

  test('a master that hangs is replaced, and follows when it wakes up', async () => {
    await inStep();
    const old = await group.master();
    group.pod('redis', old).program.signal('SIGSTOP');
    const next = await group.master(failoverSeconds, old);
    expect(await put('hung', 'kept')).toBe('OK');
    group.pod('redis', old).program.signal('SIGCONT');
    await until('it follows', async () =>
      (await group.pod('redis', old).ask('probe', 'ROLE')).startsWith(`slave\nredis-${next}.`),
    );
    await allReady();
    expect(await group.master()).toBe(next);
    expect(await get('hung')).toBe('kept');
  });

  test('a master that is told to stop hands over first, so clients wait for less than a failure takes', async () => {
    await inStep();
    const old = await group.master();
    const pod = group.pod('redis', old);
    let longest = 0;
    let last = Date.now();
    const watching = { still: true };
    const watch = (async (): Promise<void> => {
      while (watching.still) {
        const [sentinel] = group.all('redis-sentinel');
        const named = sentinel && (await group.masterBy(sentinel));
        const answer =
          named === undefined ? '' : await group.pod('redis', named).ask('backend', 'INCR', 'backend:seen');
        if (/^\d+$/.test(answer)) {
          longest = Math.max(longest, Date.now() - last);
          last = Date.now();
        }
      }
    })();
    const preStop = group.preStop('redis');
    expect((await pod.container.run(preStop)).code).toBe(0);
    expect((await pod.container.run(['redis-cli', '--user', 'probe', '--pass', '', 'ROLE'])).stdout).toMatch(/^slave/);
    expect((await pod.program.stop()).code).toBe(0);
    const next = await group.master(failoverSeconds, old);
    watching.still = false;
    await watch;
    expect(next).not.toBe(old);
    expect(longest).toBeLessThan(downAfterMs);
    pod.restart();
    await allReady();
  });

  test('when all are lost at once, they start again as they were, even if the first has old data', async () => {
    for (let tries = 0; (await group.master()) === 0 && tries < 5; tries += 1) {
      await inStep();
      await group.pod('redis', 0).container.run(group.preStop('redis'));
    }
    const master = await group.master();
    expect(master).not.toBe(0);
    await inStep();
    await group.lose('redis', 0);
    expect(await put('everything', 'kept')).toBe('OK');
    // The append-only file may be a second behind.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await group.close();

    await Promise.all([group.startAll('redis'), group.startAll('redis-sentinel')]);
    expect(await group.master()).toBe(master);
    expect(await get('everything')).toBe('kept');
    await allReady();
  });

  test('a Sentinel that has lost its volume believes the others', async () => {
    const master = await group.master();
    await group.lose('redis-sentinel', 0);
    group.forget('redis-sentinel', 0);
    await group.start('redis-sentinel', 0);
    await group.pod('redis-sentinel', 0).ready();
    expect(await group.masterBy(group.pod('redis-sentinel', 0))).toBe(master);
  });

  const forbidden = [
    ['SENTINEL', 'FAILOVER', 'redis'],
    ['SENTINEL', 'REMOVE', 'redis'],
    ['SENTINEL', 'SET', 'redis', 'quorum', '1'],
    ['SENTINEL', 'MONITOR', 'other', '10.0.0.1', '6379', '1'],
    ['PUBLISH', '__sentinel__:hello', '10.0.0.1,26379,x,9,redis,10.0.0.1,6379,9'],
    ['SHUTDOWN'],
  ];
  test.each(forbidden.map((command) => [command.join(' '), command] as const))(
    'a client may not say %s to a Sentinel',
    async (_, command) => {
      expect(await group.pod('redis-sentinel', 1).askNameless(...command)).toMatch(/^NOPERM/);
    },
  );

  test('a client finds every replica and every Sentinel', async () => {
    const ask = async (what: string): Promise<string> =>
      group.pod('redis-sentinel', 1).askNameless('SENTINEL', what, 'redis');
    expect((await ask('replicas')).match(/^name$/gm)).toHaveLength(group.size('redis') - 1);
    expect((await ask('sentinels')).match(/^name$/gm)).toHaveLength(group.size('redis-sentinel') - 1);
  });

  test('what holds a password in plain text is readable by its own user alone', async () => {
    for (const [kind, file] of [
      ['redis', '/run/redis/outgoing.conf'],
      ['redis', '/run/redis/redis.conf'],
      ['redis-sentinel', '/run/redis/outgoing.conf'],
      ['redis-sentinel', '/data/sentinel.conf'],
    ] as const) {
      const { stdout } = await group.pod(kind, 1).container.run(['stat', '-c', '%a %u', file]);
      expect(`${file} ${stdout}`).toBe(`${file} 600 10001\n`);
    }
  });

  test.each(['replica', 'sentinel'])('the user %s reads no key', async (user) => {
    const master = group.pod('redis', await group.master());
    expect(await master.ask(user, 'PING')).toBe('PONG');
    expect(await master.ask(user, 'GET', 'backend:everything')).toMatch(/^NOPERM/);
  });

  test('a master without replicas refuses writes', async () => {
    const master = await group.master();
    for (let replica = 0; replica < group.size('redis'); replica += 1) {
      if (replica !== master) await group.lose('redis', replica);
    }
    const write = async (): Promise<string> => group.pod('redis', master).ask('backend', 'SET', 'backend:alone', '1');
    await until('writes are refused', async () => (await write()).startsWith('NOREPLICAS'), 20);
  });
});
