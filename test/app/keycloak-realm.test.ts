import { clientSecretKey } from '../../lib/app';
import { Secret } from '../../lib/security';
import { TestPlatform } from '../test-platform';
import { build } from './keycloak-fixture';

it('imports a realm in which a client with a secret is confidential and any other public', () => {
  const shared = new Secret(new TestPlatform().component(), 'oidc-grafana', { keys: [clientSecretKey] });
  const { platform, secrets } = build({
    realm: {
      name: 'shop',
      minPasswordLength: 15,
      clients: [
        { id: 'site', redirectUris: ['https://example.com/*'] },
        { id: 'grafana', redirectUris: ['https://grafana.example.com/login'], secret: shared },
      ],
    },
  });
  const realm = JSON.parse(platform.files('keycloak-settings')['realm.json'] ?? '') as Record<string, unknown>;
  expect(realm).toMatchObject({ bruteForceProtected: true, sslRequired: 'external' });
  expect(realm.passwordPolicy).toContain('length(15)');
  expect(realm.clients).toMatchObject([
    { clientId: 'site', publicClient: true, directAccessGrantsEnabled: false },
    { clientId: 'grafana', publicClient: false, directAccessGrantsEnabled: false },
  ]);
  expect(secrets.promised).toContainEqual(expect.objectContaining({ namespace: 'shop-app', name: 'oidc-grafana' }));
  expect(platform.findings).toEqual([]);
});

it.each([
  ['a name that is no part of an address', { name: 'My Shop', clients: [] }, /'realm.name'[^]*got +My Shop/],
  ['the realm of administrators', { name: 'master', clients: [] }, /'realm.name'[^]*a realm of your own/],
  [
    'two clients of one id',
    { name: 'shop', clients: ['site', 'api', 'site'].map((id) => ({ id, redirectUris: [] })) },
    /'realm.clients\[2\].id'[^]*that no other client has/,
  ],
])('fails on %s', (_, realm, message) => {
  expect(() => build({ realm })).toThrow(message);
});
