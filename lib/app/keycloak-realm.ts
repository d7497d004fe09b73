import type { Construct } from 'constructs';
import type { ISecret, Json } from '../contracts';
import { invalidProp, secondsOf } from '../core';

/** An application that sends its users to the realm to sign on. */
export interface RealmClientProps {
  /** `client_id` in the application's configuration. */
  readonly id: string;
  /** Where users may be sent back to; a trailing `*` stands for any path below. */
  readonly redirectUris: readonly string[];
  /**
   * What the application proves itself with: the key `client-secret`. One secret in
   * all namespaces that use it, so the application mounts the same.
   * @default - none: a public client, such as a site in a browser, which must use PKCE
   */
  readonly secret?: ISecret;
}

/** The users, and the applications that they sign on to. */
export interface RealmProps {
  /** Part of every address: lower-case letters, digits and dashes. */
  readonly name: string;
  readonly clients: readonly RealmClientProps[];
  /**
   * Characters of a password at least.
   * @default 12: with ten attempts before a wait, beyond what can be guessed over the network
   */
  readonly minPasswordLength?: number;
}

/** The key of a client's secret. */
export const clientSecretKey = 'client-secret';

const defaultMinPasswordLength = 12;
/** Wrong passwords before a user has to wait; a person mistypes three times, not ten. */
const loginFailures = 10;
/** Events are evidence, and personal data: kept for as long as an incident usually takes to be noticed. */
const keepEvents = '30d';
const nameParts = /^[a-z][-a-z0-9]{0,62}$/;

/** What stands in the realm's file until the program starts, when the client's secret takes its place. */
export function clientSecretMark(clientId: string): string {
  return `%${clientId}%`;
}

/**
 * The realm as Keycloak imports it: a RealmRepresentation. It holds no secret,
 * only marks. Whatever is not said here is Keycloak's own default.
 * @throws when a name cannot stand in an address, or a client is there twice
 */
export function realmRepresentation(scope: Construct, props: RealmProps): Json {
  const { name, clients, minPasswordLength = defaultMinPasswordLength } = props;
  demandName(scope, 'realm.name', name);
  if (name === 'master') {
    throw invalidProp(scope, {
      prop: 'realm.name',
      got: name,
      expected: 'a realm of your own: `master` administers the others',
      fix: 'name it after the platform',
    });
  }
  for (const [index, { id }] of clients.entries()) {
    demandName(scope, `realm.clients[${index}].id`, id);
    if (clients.findIndex((client) => client.id === id) < index) {
      throw invalidProp(scope, {
        prop: `realm.clients[${index}].id`,
        got: id,
        expected: 'an id that no other client has',
        fix: 'join the two, with the redirect URIs of both',
      });
    }
  }
  return {
    realm: name,
    enabled: true,
    sslRequired: 'external',
    bruteForceProtected: true,
    failureFactor: loginFailures,
    passwordPolicy: `length(${minPasswordLength}) and notUsername and notEmail`,
    eventsEnabled: true,
    eventsExpiration: secondsOf(keepEvents),
    adminEventsEnabled: true,
    attributes: { adminEventsExpiration: String(secondsOf(keepEvents)) },
    clients: clients.map(clientRepresentation),
  };
}

/** A client for the authorization code flow alone: neither implicit tokens nor passwords pass through the application. */
function clientRepresentation({ id, redirectUris, secret }: RealmClientProps): Json {
  return {
    clientId: id,
    protocol: 'openid-connect',
    enabled: true,
    ...(secret === undefined ? { publicClient: true } : { publicClient: false, secret: clientSecretMark(id) }),
    standardFlowEnabled: true,
    implicitFlowEnabled: false,
    directAccessGrantsEnabled: false,
    redirectUris: [...redirectUris],
    // The origins of the redirect URIs, for scripts in browsers.
    webOrigins: ['+'],
    attributes: { 'pkce.code.challenge.method': 'S256', 'post.logout.redirect.uris': '+' },
  };
}

function demandName(scope: Construct, prop: string, got: string): void {
  if (nameParts.test(got)) return;
  throw invalidProp(scope, {
    prop,
    got,
    expected: 'lower-case letters, digits and dashes, starting with a letter, 63 at most',
    fix: 'it becomes part of addresses and file names, so keep it short and plain',
  });
}
