import type { Program } from './harness/program';
import { newPassword, PostgresStand } from './data/postgres-stand';

describe('access to PostgreSQL of dist/development', () => {
  let stand: PostgresStand;
  let server: Program;

  beforeAll(async () => {
    stand = await PostgresStand.open('development');
    server = await stand.start();
  });

  afterAll(async () => {
    await stand.close();
  });

  describe('provisioned', () => {
    let before: string;
    /** Roles, databases and their rows' versions: a change that changes nothing would still make a new version. */
    const state = (): Promise<string> =>
      stand.query(`
        select md5(string_agg(a.xmin || a::text, ',' order by oid)) from pg_authid a;
        select datname, d.xmin, datdba, datacl, datconnlimit from pg_database d order by 1;
        select rolname, rolconnlimit, rolsuper, rolcanlogin from pg_roles order by 1;
        select extname, e.xmin from pg_extension e order by 1`);

    test('creates what clients were promised', async () => {
      const { code, stdout, stderr } = await stand.provision();
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toBe(stand.databases.map((name) => `${name}: password set\n`).join(''));
      before = await state();
      for (const name of stand.databases) {
        const owner = await stand.query(`select pg_get_userbyid(datdba) from pg_database where datname = '${name}'`);
        expect(owner).toBe(name);
      }
    });

    test('changes nothing when it runs again', async () => {
      const { code, stdout } = await stand.provision();
      expect({ code, stdout }).toEqual({ code: 0, stdout: stand.databases.map((name) => `${name}: ready\n`).join('') });
      expect(await state()).toBe(before);
    });

    test('each role enters its own database and creates tables there', async () => {
      for (const user of stand.databases) {
        const password = stand.passwordOf(user);
        const sql = 'create table visits (id int); drop table visits; select current_user';
        expect(await stand.visit({ user, password, sql })).toEqual({ code: 0, stdout: `${user}\n`, stderr: '' });
      }
    });

    test('no role enters another database', async () => {
      const [user = '', ...others] = stand.databases;
      expect(others.length).toBeGreaterThan(0);
      for (const database of [...others, 'postgres', 'template1']) {
        const { code, stderr } = await stand.visit({ user, password: stand.passwordOf(user), database });
        expect({ database, code, stderr }).toEqual({
          database,
          code: 2,
          stderr: expect.stringContaining('no pg_hba.conf entry') as string,
        });
        // Even were the host rule wider, the database itself would not let it in.
        expect(await stand.query(`select has_database_privilege('${user}', '${database}', 'connect')`)).toBe('f');
      }
    });

    test('a role holds no more sessions than its clients declared', async () => {
      const [user = ''] = stand.databases;
      const limits = stand.dist.configFiles('postgres-provision').databases ?? '';
      const limit = Number(new RegExp(`^${user} (\\d+)$`, 'm').exec(limits)?.[1]);
      expect(limit).toBeGreaterThan(0);
      const visits = await Promise.all(
        Array.from({ length: limit + 1 }, () =>
          stand.visit({ user, password: stand.passwordOf(user), sql: 'select pg_sleep(2)' }),
        ),
      );
      const refused = visits.filter(({ code }) => code !== 0);
      expect(refused.map(({ stderr }) => stderr)).toEqual([expect.stringContaining('too many connections for role')]);
    });

    test('sets a password that has changed, and no other', async () => {
      const [rotated = '', other = ''] = stand.databases;
      const old = stand.passwordOf(rotated);
      stand.secrets[`postgres-${rotated}`] = { password: newPassword() };
      const { code, stdout } = await stand.provision();
      expect(code).toBe(0);
      expect(stdout).toContain(`${rotated}: password set\n`);
      expect(stdout).toContain(`${other}: ready\n`);
      expect((await stand.visit({ user: rotated, password: stand.passwordOf(rotated) })).code).toBe(0);
      const { stderr } = await stand.visit({ user: rotated, password: old });
      expect(stderr).toContain('password authentication failed');
    });

    test('leaves no password in the log or the statistics', async () => {
      const statements = await stand.query('select query from pg_stat_statements');
      const secrets = Object.values(stand.secrets).flatMap(({ password }) =>
        password === undefined ? [] : [password.slice(0, 24)],
      );
      expect(secrets).toHaveLength(stand.databases.length + 1);
      for (const secret of secrets) expect(statements + server.output).not.toContain(secret);
      expect(statements).toContain('has_database_privilege');
    });
  });

  describe('the way in', () => {
    const user = (): string => stand.databases[0] ?? '';
    const visitor = (): { user: string; password: string } => ({ user: user(), password: stand.passwordOf(user()) });

    test('is encrypted by TLS 1.2 at least', async () => {
      const sql = 'select version from pg_stat_ssl where pid = pg_backend_pid()';
      expect((await stand.visit({ ...visitor(), sql })).stdout).toMatch(/^TLSv1\.[23]\n$/);
    });

    test('is closed without TLS', async () => {
      const { code, stderr } = await stand.visit({ ...visitor(), sslmode: 'disable' });
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('no encryption') as string });
    });

    test('is closed to a wrong password', async () => {
      const { code, stderr } = await stand.visit({ user: user(), password: 'wrong' });
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: expect.stringContaining('password authentication failed') as string,
      });
    });

    test('has a certificate for every name of its Services, and for no other', async () => {
      const { metadata, spec } = stand.dist.get('Certificate', 'postgres-server-tls');
      const names = ['postgres', 'postgres-pods'].flatMap((service) => [
        service,
        `${service}.${metadata.namespace ?? ''}.svc`,
        `${service}.${metadata.namespace ?? ''}.svc.cluster.local`,
      ]);
      expect(spec.dnsNames).toEqual(expect.arrayContaining(names));
      const { stderr } = await stand.visit({ ...visitor(), host: 'postgres-0' });
      expect(stderr).toContain('does not match host name "postgres-0"');
    });
  });
});
