import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientSecretKey } from '../../lib/app';
import { Secret } from '../../lib/security';
import { TestPlatform } from '../test-platform';
import { build, variablesOf } from './keycloak-fixture';

describe('the start script', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'keycloak-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** Runs the script with all of its paths below a folder, and `kc.sh` replaced by `echo`. */
  function run(secrets: { readonly database: string; readonly admin: string; readonly client: string }): string {
    const shared = new Secret(new TestPlatform().component(), 'oidc-grafana', { keys: [clientSecretKey] });
    const clients = [{ id: 'grafana', redirectUris: [], secret: shared }];
    const { platform } = build({ realm: { name: 'shop', clients } });
    const { 'start.sh': script = '', 'realm.json': realm = '' } = platform.files('keycloak-settings');
    const { KC_CONFIG_FILE: options = '' } = variablesOf(platform);
    const here = (path: string): string => join(folder, path);
    const files = {
      '/opt/settings/realm.json': realm,
      '/run/admin/password': secrets.admin,
      '/run/client-secrets/grafana': secrets.client,
      '/run/database': secrets.database,
      '/opt/keycloak/bin/kc.sh': '#!/bin/sh\necho "kc.sh $*"\n',
    };
    for (const directory of ['/opt/settings', '/run/admin', '/run/client-secrets', '/opt/keycloak/bin']) {
      mkdirSync(here(directory), { recursive: true });
    }
    for (const directory of ['/run/options', '/opt/keycloak/data/import'])
      mkdirSync(here(directory), { recursive: true });
    for (const [path, text] of Object.entries(files)) writeFileSync(here(path), text);
    chmodSync(here('/opt/keycloak/bin/kc.sh'), 0o755);
    writeFileSync(here('start.sh'), script.replaceAll(/(?<=[ =>])\/(?=opt|run)/g, `${folder}/`));
    return execFileSync('/bin/sh', [here('start.sh'), 'start', '--optimized'], {
      env: { PATH: process.env.PATH, KC_CONFIG_FILE: here(options), DATABASE_PASSWORD_FILE: here('/run/database') },
      encoding: 'utf8',
      stdio: 'pipe',
    });
  }

  it('hands over secrets of any characters in files that only its user can read', () => {
    const secret = 'a\\b$c${d}"e|f&g%grafana%/h';
    const output = run({ database: secret, admin: secret, client: secret });
    expect(output).toBe('kc.sh start --optimized\n');
    const options = readFileSync(join(folder, 'run/options/options.conf'), 'utf8').trim().split('\n');
    // A properties file takes \\ for \, and the reader of options takes \$ for $ and ${…} for another option.
    const properties = options.map((line) => line.slice(line.indexOf('=') + 1).replaceAll(/\\(.)/g, '$1'));
    expect(options.map((line) => line.split('=')[0])).toEqual(['db-password', 'bootstrap-admin-password']);
    expect(properties.map((text) => text.replaceAll('\\$', '$'))).toEqual([secret, secret]);
    expect(properties.filter((text) => /(?<!\\)\$/.test(text))).toEqual([]);
    const imported = readFileSync(join(folder, 'opt/keycloak/data/import/realm.json'), 'utf8');
    expect((JSON.parse(imported) as { clients: unknown[] }).clients).toEqual([expect.objectContaining({ secret })]);
  });

  it('fails on an empty secret, by its file', () => {
    expect(() => run({ database: 'x', admin: '', client: 'x' })).toThrow(/admin\/password is missing or empty/);
    expect(() => run({ database: 'x', admin: 'x', client: '' })).toThrow(/grafana is missing or empty/);
  });
});
