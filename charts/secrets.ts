import type { App } from 'cdk8s';
import type { PromisedSecret } from '../lib/contracts';
import type { Images } from '../lib/core';
import type { Environment } from '../lib/environment';
import type { ISecretProvider } from '../lib/security';
import { ExistingSecrets, ExternalSecrets } from '../lib/security';

/** A provider that also tells which Secrets something outside the rendered objects provides. */
export interface PromisingProvider extends ISecretProvider {
  readonly promised: readonly PromisedSecret[];
}

/** Where this environment's secrets come from. */
export function createSecretProvider(root: App, environment: Environment, images: Images): PromisingProvider {
  const { secrets } = environment;
  switch (secrets.provider) {
    case 'external-secrets':
      return new ExternalSecrets(secrets);
    case 'existing':
      return new ExistingSecrets();
    case 'generated':
      throw new Error(`${root.node.path}${images.names.join()}`);
  }
}
