import type { Construct } from 'constructs';
import type { PromisedSecret } from '../lib/contracts';
import type { Environment } from '../lib/environment';
import type { ISecretProvider } from '../lib/security';
import { ExistingSecrets, ExternalSecrets, GeneratedSecrets } from '../lib/security';
import { SecretGenerator } from '../lib/workloads';
import { apiServerOf } from './cluster-peers';
import type { TierProps } from './tier';
import { Tier } from './tier';

/** A provider that also tells which Secrets something outside the rendered objects provides. */
export interface PromisingProvider extends ISecretProvider {
  readonly promised: readonly PromisedSecret[];
}

/** Where this environment's secrets come from. */
export function createSecretProvider({ secrets }: Environment): PromisingProvider {
  switch (secrets.provider) {
    case 'external-secrets':
      return new ExternalSecrets(secrets);
    case 'existing':
      return new ExistingSecrets();
    case 'generated':
      return new GeneratedSecrets();
  }
}

/** What makes secrets where no store holds them. Created after everything that uses one. */
export class Secrets extends Tier {
  constructor(scope: Construct, id: string, props: TierProps & { readonly secrets: GeneratedSecrets }) {
    super(scope, id, props);
    new SecretGenerator(this, 'secret-generator', {
      image: this.images.get('secret-generator'),
      apiServer: apiServerOf(this.environment),
      secrets: props.secrets,
    });
  }
}
