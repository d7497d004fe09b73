import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSource } from '../../lib/environment/parse-source';
import { secretLiterals } from '../../lib/environment/secret-literals';
import { edited, reportOn, smallest } from './environment-folder';

const letters = (length: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[A-Za-z0-9]{${length}}$`));

/** What follows the parts; they stand apart so that no scanner takes this file for a leak. */
const after = (parts: readonly string[], rest: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  rest.map((random) => parts.join('') + random);

/** Secrets by class. */
const classes: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'AWS access key': after(['AK', 'IA'], fc.stringMatching(/^[A-Z2-7]{16}$/)),
  'GitHub token': after(['gh', 'p_'], letters(36)),
  'GitLab token': after(['gl', 'pat-'], letters(20)),
  'Slack token': after(['xo', 'xb-'], fc.stringMatching(/^[0-9]{12}-[0-9]{12}$/)),
  'Google API key': after(['AI', 'za'], letters(35)),
  'Stripe key': after(['sk', '_live_'], letters(24)),
  'Vault token': after(['hv', 's.'], letters(24)),
  'npm token': after(['np', 'm_'], letters(36)),
  'signed token': after(['ey', 'JhbGciOiJIUzI1NiJ9.ey', 'J'], fc.stringMatching(/^[A-Za-z0-9]{40}\.[A-Za-z0-9]{40}$/)),
  'private key': after(['-----BEGIN ', 'PRIVATE', ' KEY-----\\n'], letters(60)),
  'URL with a password': letters(12).map((password) => `postgres://shop:${password}@db.example.com/shop`),
  'key in hexadecimal digits': fc.stringMatching(/^[0-9a-f]{64}$/).filter((key) => new Set(key).size > 8),
};

/** Where the smallest environment, grown a little, holds a text. */
const places: Readonly<Record<string, (secret: string) => string>> = {
  'a variable': (secret) =>
    edited(smallest, 'redis:', `services: { backend: { env: { GREETING: "${secret}" } } }\nredis:`),
  'an annotation': (secret) =>
    edited(smallest, 'className: traefik', `className: traefik\n  annotations: { example.com/note: "${secret}" }`),
  'a name': (secret) => edited(smallest, 'className: traefik', `className: "${secret}"`),
  'the domain': (secret) => edited(smallest, 'demo.example.com', `"${secret}"`),
  'a list': (secret) => edited(smallest, '10.96.0.1/32', `10.96.0.1/32, "${secret}"`),
  'a key that is not known': (secret) => edited(smallest, 'redis:', `"${secret}": 1\nredis:`),
  'a comment': (secret) => edited(smallest, 'zones: 1', `zones: 1 # ${secret.replaceAll('\\n', ' ')}`),
  'a value with escapes': (secret) =>
    edited(smallest, 'className: traefik', `className: "\\x${secret.charCodeAt(0).toString(16)}${secret.slice(1)}"`),
  'a file that is no YAML': (secret) => edited(smallest, 'className: traefik', `className: "${secret}" ]`),
};

describe.each(Object.keys(places))('in %s', (place) => {
  test.each(Object.keys(classes))('finds and hides: %s', (name) => {
    const secrets = classes[name] ?? fc.constant('');
    fc.assert(
      fc.property(secrets, (secret) => {
        const report = reportOn({ 'demo.yaml': (places[place] ?? String)(secret) });
        expect(report.join('\n')).toContain('looks like');
        // Not even a part of it that would be worth something.
        expect(report.join('\n')).not.toContain(secret.slice(-10));
      }),
      { numRuns: 3 },
    );
  });
});

const named: readonly (readonly [string, string])[] = [
  ['DB_PASSWORD', 'hunter2'],
  ['POSTGRES_PASSWORD', 'letmein'],
  ['API_KEY', 'abc'],
  ['JWT_SECRET', 'change-me'],
  ['AUTH_TOKEN', '123456'],
  ['KEY_OF_STORE', 'q8Zr2LpX7w'],
  ['SECRET_SEED', 'Xk29fjQ0aLm4'],
  ['ANYTHING', 'Zx81kLmQ2vB7nTf4cR0yHs6WpJ3eUa9D'],
];
test.each(named)('finds the literal of %s', (name, value) => {
  const report = reportOn({
    'demo.yaml': edited(smallest, 'redis:', `services: { backend: { env: { ${name}: "${value}" } } }\nredis:`),
  });
  expect(report).toEqual([expect.stringContaining(`services.backend.env.${name}: found what looks like `)]);
  expect(report.join('\n')).not.toContain(value);
});

const harmless: readonly (readonly [string, string])[] = [
  ['DB_PASSWORD_FILE', '/run/secrets/db/password'],
  ['DB_PASSWORD', '/run/secrets/db/password'],
  ['PASSWORD_POLICY', 'strict'],
  ['REQUIRE_TOKEN', 'true'],
  ['TOKEN_LIFETIME', '3600s'],
  ['KEYCLOAK_URL', 'https://auth.shop1.example.com/realms/shop'],
  ['API_HOST', 'api2.shop.example.com'],
  ['KEY_ID', 'signing-2024-01'],
  ['AUTH_AUDIENCE', 'shop-frontend-v2'],
  ['DATABASE_URL', 'postgres://shop:$(DB_PASSWORD)@db/shop'],
  ['COMMIT', '3f786850e387550fdab836ed7e6dc881de23001b'],
  ['BUILD', 'sha256:' + '0a'.repeat(32)],
  ['LICENSE', '123e4567-e89b-12d3-a456-426614174000'],
  ['CERTIFICATE', 'arn:aws:acm:us-east-1:123456789012:certificate/123e4567-e89b-12d3-a456-426614174000'],
];
test.each(harmless)('leaves %s alone', (name, value) => {
  expect(
    reportOn({
      'demo.yaml': edited(smallest, 'redis:', `services: { backend: { env: { ${name}: "${value}" } } }\nredis:`),
    }),
  ).toEqual([]);
});

test('an annotation may name a Secret', () => {
  const text = edited(
    smallest,
    'className: traefik',
    'className: traefik\n  annotations: { ingress.example.com/auth-secret: shop/basic-auth }',
  );
  expect(reportOn({ 'demo.yaml': text })).toEqual([]);
});

test.each(['development', 'staging', 'production', 'images'])('finds nothing in %s.yaml', (name) => {
  const file = join('environments', `${name}.yaml`);
  expect(secretLiterals(parseSource(file, readFileSync(file, 'utf8')).source)).toEqual([]);
});
