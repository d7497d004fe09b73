import type { ImageStandIn } from './harness/container';
import type { Dist } from './harness/dist';
import { environments, readDist } from './harness/dist';
import { Network } from './harness/network';
import { Pod } from './harness/pod';
import { until } from './harness/program';
import type { Workload } from './harness/workload';
import { alpine } from './data/alpine';
import { RedisPod } from './data/redis-pod';
import { passwordOf, secretsFor } from './data/redis-secrets';

/** The environment in which Redis runs alone. */
function standalone(): { readonly dist: Dist; readonly workload: Workload } {
  for (const name of environments()) {
    const dist = readDist(name, 'data');
    const sets = dist.all('StatefulSet');
    const workload = sets.find(({ metadata }) => metadata.name === 'redis');
    if (workload && !sets.some(({ metadata }) => metadata.name === 'redis-sentinel')) return { dist, workload };
  }
  throw new Error('no environment of dist runs Redis alone');
}

describe('Redis alone, as dist has it', () => {
  const { dist, workload } = standalone();
  let network: Network;
  let redis: RedisPod;
  let image: ImageStandIn;
  const set = async (key: string, value: string): Promise<string> =>
    redis.ask('backend', 'SET', `backend:${key}`, value);
  const get = async (key: string): Promise<string> => redis.ask('backend', 'GET', `backend:${key}`);

  beforeAll(async () => {
    network = await Network.open();
    image = await alpine(network.folder);
    redis = await RedisPod.start({ network, dist, workload, image });
    await redis.ready();
  });
  afterAll(async () => {
    await redis.close();
    await network.close();
  });

  test('takes the whole configuration without a complaint', () => {
    expect(redis.program.output).toContain('Ready to accept connections');
    expect(redis.program.output).not.toMatch(/FATAL|Bad directive|deprecated|no config file|cannot/i);
  });

  test('no password is in a file of its own, an argument or a variable', async () => {
    const acl = await redis.container.run(['cat', '/run/redis/users.acl']);
    expect(acl.stdout).toMatch(/^user backend on #[0-9a-f]{64} /m);
    const processes = await redis.container.run(['sh', '-c', 'cat /proc/[0-9]*/cmdline /proc/[0-9]*/environ']);
    const mounted = await redis.container.run(['sh', '-c', 'ls /run/secrets || true']);
    for (const { stdout } of [acl, processes]) expect(stdout).not.toContain('redis-backend');
    expect(mounted.stdout).toBe('');
    expect((await redis.container.run(['stat', '-c', '%a %u', '/run/redis/users.acl'])).stdout).toBe('600 10001\n');
  });

  test('nobody gets in without a name and its password', async () => {
    expect(await redis.askNameless('PING')).toMatch(/^NOAUTH/);
    expect(await redis.askNameless('AUTH', 'whatever')).toMatch(/^WRONGPASS/);
    expect(await redis.askNameless('AUTH', 'default', '')).toMatch(/^WRONGPASS/);
    expect(await redis.askNameless('AUTH', 'backend', `${passwordOf('redis-backend')}\n`)).toMatch(/^WRONGPASS/);
    expect(await redis.askNameless('AUTH', 'backend', passwordOf('redis-backend'))).toBe('OK');
  });

  test('a user has its own keys and channels', async () => {
    expect(await set('mine', '1')).toBe('OK');
    expect(await get('mine')).toBe('1');
    expect(await redis.ask('backend', 'PUBLISH', 'backend:news', 'x')).toBe('0');
    expect(await redis.ask('backend', 'EVAL', "return redis.call('get', KEYS[1])", '1', 'backend:mine')).toBe('1');
  });

  const forbidden = [
    ['GET', 'other:key'],
    ['SET', 'backend', '1'],
    ['RENAME', 'backend:mine', 'other:mine'],
    ['EVAL', "return redis.call('get', 'other:key')", '0'],
    ['PUBLISH', 'other:news', 'x'],
    ['SUBSCRIBE', '__keyspace@0__:*'],
    ['SCAN', '0'],
    ['RANDOMKEY'],
    ['KEYS', '*'],
    ['CLIENT', 'TRACKING', 'ON', 'BCAST'],
    ['PUBSUB', 'CHANNELS'],
    ['FLUSHALL'],
    ['FLUSHDB'],
    ['SWAPDB', '0', '1'],
    ['CONFIG', 'SET', 'maxmemory', '0'],
    ['CONFIG', 'GET', '*'],
    ['DEBUG', 'SLEEP', '0'],
    ['SHUTDOWN', 'NOSAVE'],
    ['REPLICAOF', 'no', 'one'],
    ['MONITOR'],
    ['ACL', 'LIST'],
    ['ACL', 'SETUSER', 'backend', '+@all'],
    ['MODULE', 'LIST'],
    ['FUNCTION', 'FLUSH'],
    ['SCRIPT', 'FLUSH'],
    ['CLIENT', 'KILL', 'TYPE', 'normal'],
    ['MIGRATE', '10.0.0.1', '6379', 'backend:mine', '0', '10'],
    ['SAVE'],
    ['BGREWRITEAOF'],
  ];
  test.each(forbidden.map((command) => [command.join(' '), command] as const))(
    'a user may not %s',
    async (_, command) => {
      expect(await redis.ask('backend', ...command)).toMatch(/^NOPERM|can't access|ACL failure|command not allowed/);
    },
  );

  test('who asks how it is learns nothing else', async () => {
    expect(await redis.ask('probe', 'PING')).toBe('PONG');
    for (const command of [['INFO'], ['GET', 'backend:mine'], ['CLIENT', 'LIST'], ['DBSIZE']]) {
      expect(await redis.ask('probe', ...command)).toMatch(/^NOPERM/);
    }
  });

  test('what was written survives a restart', async () => {
    expect(await set('restart', 'kept')).toBe('OK');
    expect((await redis.program.stop('SIGTERM')).code).toBe(0);
    redis.restart();
    await redis.ready();
    expect(await get('restart')).toBe('kept');
  });

  test('what was written a second ago survives a kill', async () => {
    expect(await set('kill', 'kept')).toBe('OK');
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await redis.program.stop('SIGKILL');
    redis.restart();
    await redis.ready();
    expect(await get('kill')).toBe('kept');
  });

  test('the next pod finds the data', async () => {
    await redis.close();
    redis = await RedisPod.start({ network, dist, workload, image });
    await redis.ready();
    expect(await get('kill')).toBe('kept');
  });

  test('the probes know down, loading, running and hung', async () => {
    const { container } = redis;
    const answers = async (): Promise<readonly boolean[]> =>
      Promise.all((['startup', 'liveness', 'readiness'] as const).map((kind) => container.probe(kind)));
    expect(await answers()).toEqual([true, true, true]);

    redis.program.signal('SIGSTOP');
    expect(await answers()).toEqual([false, false, false]);
    redis.program.signal('SIGCONT');

    const fill = "for i = 1, 20000 do redis.call('set', KEYS[1] .. i, i) end";
    await redis.ask('backend', 'EVAL', fill, '1', 'backend:load:');
    await redis.program.stop();
    expect(await answers()).toEqual([false, false, false]);

    // Microseconds for each key: ten seconds in all, in which it answers twice a second.
    const slow = ['--key-load-delay', '500'];
    const command = workload.spec.template.spec.containers[0]?.command ?? [];
    const loading = container.startCommand([...command, ...slow]);
    await until(
      'it is loading',
      async () => (await redis.askNameless('PING')) !== '' && (await container.probe('liveness')),
    );
    expect(await redis.ask('probe', 'PING')).toMatch(/^LOADING/);
    expect(await answers()).toEqual([true, true, false]);
    await loading.stop('SIGKILL');
    redis.restart();
    await redis.ready();
    expect(await answers()).toEqual([true, true, true]);
  });

  test('a full cache forgets and goes on', async () => {
    const megabyte = "for i = 1, 10 do redis.call('set', KEYS[1] .. i, string.rep('x', 1048576)) end return 'done'";
    const limit = /^maxmemory (\d+)mb$/m.exec(dist.configFiles('redis')['redis.conf'] ?? '')?.[1];
    const rounds = Math.ceil(Number(limit) / 10) + 2;
    for (let round = 0; round < rounds; round += 1) {
      expect(await redis.ask('backend', 'EVAL', megabyte, '1', `backend:full:${round}:`)).toBe('done');
    }
    const keys = Array.from({ length: rounds * 10 }, (_, n) => `backend:full:${Math.floor(n / 10)}:${(n % 10) + 1}`);
    const remembered = Number(await redis.ask('backend', 'EXISTS', ...keys));
    expect(remembered).toBeGreaterThan(rounds);
    expect(remembered).toBeLessThan(keys.length);
    expect((await get(`full:${rounds - 1}:10`)).length).toBe(1048576);
  });

  test.each([
    ['empty', { password: '' }],
    ['nothing but a line end', { password: '\n' }],
  ])('a password that is %s stops the start', async (_, secret) => {
    const secrets = { ...secretsFor(workload), 'redis-backend': secret };
    const pod = await Pod.open({ network, dist, workload, secrets, name: 'redis-9' });
    const users = await (await pod.container('users')).start().ended;
    await pod.close();
    expect(users.code).not.toBe(0);
    expect(users.stderr).toContain("the password of user 'backend' is empty");
  });
});
