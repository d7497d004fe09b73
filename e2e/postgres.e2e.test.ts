import type { Program } from './harness/program';
import { until } from './harness/program';
import { environments, readDist } from './harness/dist';
import { complaints } from './data/postgres-log';
import { newPassword, PostgresStand } from './data/postgres-stand';

/** Settings by name, as the file says them. */
function settingsOf(conf: string): ReadonlyMap<string, string> {
  const lines = conf.trimEnd().split('\n');
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(' =')), line.slice(line.indexOf("'") + 1, -1)]));
}

describe('PostgreSQL of dist/development', () => {
  let stand: PostgresStand;
  let server: Program;

  beforeAll(async () => {
    stand = await PostgresStand.open('development');
  });

  afterAll(async () => {
    await stand.close();
  });

  test('is neither ready nor alive before it is started', async () => {
    const container = await stand.server;
    expect([
      await container.probe('startup'),
      await container.probe('readiness'),
      await container.probe('liveness'),
    ]).toEqual([false, false, false]);
  });

  test('makes its data directory without being seen by clients, and starts', async () => {
    const container = await stand.server;
    const answers = container.startCommand([
      'sh',
      '-c',
      'while :; do pg_isready -h 127.0.0.1; pg_isready -h /var/run/postgresql; done',
    ]);
    server = await stand.start();
    await answers.stop('SIGKILL');
    const { stdout } = await answers.ended;
    // The entry point's own run is reachable by the socket alone; the probes ask the address.
    expect(stdout).toMatch(/127\.0\.0\.1:5432 - no response\n\/var\/run\/postgresql:5432 - accepting/);
    expect(await container.probe('startup')).toBe(true);
    expect(await container.probe('liveness')).toBe(true);
  });

  test('has checksums, and sorts by code point', async () => {
    expect(await stand.query('show data_checksums')).toBe('on');
    expect(await stand.query(`select string_agg(c, '' order by c) from unnest('{b,a,B,ä}'::text[]) c`)).toBe('Babä');
  });

  test('takes every setting from our file, and none without effect', async () => {
    const settings = settingsOf(stand.dist.configFiles('postgres')['postgresql.conf'] ?? '');
    expect(settings.size).toBeGreaterThan(40);
    const refused = await stand.query(
      'select name, error from pg_file_settings where not applied or error is not null',
    );
    expect(refused).toBe('');
    const names = await stand.query(
      `select lower(name) from pg_settings where sourcefile = '/etc/postgresql/postgresql.conf'`,
    );
    expect(names.split('\n').sort()).toEqual([...settings.keys()].sort());
    const pending = await stand.query('select name from pg_settings where pending_restart');
    expect(pending).toBe('');
  });

  test('says nothing to worry about in its log', () => {
    expect(complaints(server)).toEqual([]);
    expect(server.output).toMatch(
      /time="[^"]+" pid=\d+ session=\S+ user="" database="" application="" client="" sqlstate=00000 LOG: {2}database system is ready/,
    );
  });

  describe('a renewal', () => {
    let reloader: Program;

    beforeAll(async () => {
      const container = await stand.reloader;
      reloader = container.start();
      await until('the reloader beats', () => container.probe('readiness'));
    });

    afterAll(async () => {
      expect((await reloader.stop()).code).toBe(0);
    });

    test('of certificate and superuser password takes effect without a restart', async () => {
      const shown = await stand.shownCertificate();
      const started = await stand.query('select pg_postmaster_start_time()');
      expect(shown).not.toBe('');
      await stand.issue('postgres-server-tls');
      const old = stand.passwordOf('superuser');
      stand.secrets['postgres-superuser'] = { password: newPassword() };
      stand.refresh();
      const renewed = (stand.secrets['postgres-server-tls']?.['tls.crt'] ?? '').trim();
      await until('the renewed certificate is shown', async () => (await stand.shownCertificate()) === renewed, 60);
      expect(shown).not.toBe(renewed);
      const superuser = { user: 'postgres', password: stand.passwordOf('superuser') };
      await until('the new password opens', async () => (await stand.visit(superuser)).code === 0, 60);
      expect((await stand.visit({ ...superuser, password: old })).code).toBe(2);
      expect(await stand.query('select pg_postmaster_start_time()')).toBe(started);
    });

    test('beats while it waits, and is stuck when it no longer does', async () => {
      const container = await stand.reloader;
      expect(await container.probe('liveness')).toBe(true);
      await container.run(['touch', '-d', '3 minutes ago', '/var/run/postgresql/reload.heartbeat']);
      expect([await container.probe('readiness'), await container.probe('liveness')]).toEqual([false, true]);
      await container.run(['touch', '-d', '6 minutes ago', '/var/run/postgresql/reload.heartbeat']);
      expect([await container.probe('readiness'), await container.probe('liveness')]).toEqual([false, false]);
    });
  });

  describe('the probes', () => {
    /** Asks the manifest's readiness and liveness in turn, as fast as they answer: `1 0` is not ready, but alive. */
    const watch = async (): Promise<Program> => {
      const { containers } = stand.dist.get('StatefulSet', 'postgres').spec.template.spec;
      const spec = containers.find(({ name }) => name === 'postgres');
      const words = [spec?.readinessProbe, spec?.livenessProbe].map((probe) => probe?.exec?.command ?? []);
      const quoted = words.map((command) => command.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' '));
      const script = `while :; do ${quoted[0] ?? ''}; ready=$?; ${quoted[1] ?? ''}; echo "$ready $?"; done`;
      return (await stand.server).startCommand(['sh', '-c', script]);
    };

    test('let a hung server be restarted', async () => {
      const container = await stand.server;
      server.signal('SIGSTOP');
      const answers = [await container.probe('readiness'), await container.probe('liveness')];
      server.signal('SIGCONT');
      expect(answers).toEqual([false, false]);
      await until('the server answers again', () => container.probe('liveness'));
    });

    test('let a crashed server recover in peace', async () => {
      await stand.query(
        'create table crash as select g id, md5(g::text) text from generate_series(1, 500000) g; checkpoint',
      );
      await stand.query('update crash set text = text || id where id <= 300000');
      server.signal('SIGKILL');
      await server.ended;
      const answers = await watch();
      server = await stand.start();
      await until('both probes pass', async () => Promise.resolve(answers.output.endsWith('0 0\n')));
      await answers.stop('SIGKILL');
      const seen = (await answers.ended).stdout.trimEnd().split('\n');
      expect(server.output).toContain('automatic recovery in progress');
      // Down: neither. Recovering: alive, but not ready. Then both; and never dead again once it has answered.
      expect(seen[0]).toBe('2 1');
      expect(seen).toContain('1 0');
      expect(seen).not.toContain('1 1');
      expect(seen.slice(seen.indexOf('1 0'))).not.toContain('2 1');
      expect(await stand.query('select count(*), sum(length(text)) > 9600000 from crash')).toBe('500000|t');
    });
  });

  test('sessions take no more memory of their own than was planned', async () => {
    expect((await stand.provision()).code).toBe(0);
    const [user = ''] = stand.databases;
    const script = `for pid in $(pgrep -f '[p]ostgres: ${user} '); do awk '/^Private_Dirty/ { print $2 }' "/proc/$pid/smaps_rollup"; done`;
    const sessions = Array.from({ length: 5 }, () =>
      stand.visit({
        user,
        password: stand.passwordOf(user),
        sql: `select count(*) from pg_class c join pg_attribute a on a.attrelid = c.oid; select pg_sleep(2)`,
      }),
    );
    await until(
      'five sessions are there',
      async () =>
        (await stand.query(
          `select count(*) from pg_stat_activity where usename = '${user}' and query like '%sleep%'`,
        )) === '5',
    );
    const { stdout } = await (await stand.server).run(['sh', '-c', script]);
    await Promise.all(sessions);
    const kibibytes = stdout.trimEnd().split('\n').map(Number);
    expect(kibibytes).toHaveLength(5);
    // The first one after a start fills caches for all, so the mean counts.
    expect(kibibytes.reduce((sum, own) => sum + own, 0) / kibibytes.length).toBeLessThan(2048);
  });

  test('stops within its grace period, keeps its data, and starts again in a new pod', async () => {
    const { code } = await server.stop('SIGINT');
    expect(code).toBe(0);
    expect(server.output).toContain('database system is shut down');
    const container = await stand.server;
    expect([await container.probe('readiness'), await container.probe('liveness')]).toEqual([false, false]);
    await stand.replacePod();
    server = await stand.start();
    expect(server.output).not.toContain('recovery');
    expect(await stand.query('select count(*) from crash')).toBe('500000');
    await server.stop('SIGINT');
  });
});

describe('PostgreSQL of the other environments', () => {
  const others = environments().filter(
    (name) =>
      name !== 'development' &&
      readDist(name, 'data')
        .all('StatefulSet')
        .some(({ metadata }) => metadata.name === 'postgres'),
  );

  test.each(others)('%s: starts with its own sizes and is provisioned', async (environment) => {
    const stand = await PostgresStand.open(environment);
    try {
      const server = await stand.start();
      const refused = 'select name, error from pg_file_settings where not applied or error is not null';
      expect(await stand.query(refused)).toBe('');
      expect(complaints(server)).toEqual([]);
      expect((await stand.provision()).code).toBe(0);
      await server.stop('SIGINT');
    } finally {
      await stand.close();
    }
  });
});
