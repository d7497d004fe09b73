import type { Construct } from 'constructs';
import type { WebServiceProps } from '../lib/app';
import { Keycloak, WebService } from '../lib/app';
import { connect } from '../lib/security';
import type { DataTier } from './data-tier';
import { hostsOf } from './hosts';
import type { Sizing, TierProps } from './tier';
import { Tier } from './tier';

/** What a service says of itself; its size and its image follow from its name. */
export type ServiceProps = Omit<WebServiceProps, keyof Sizing>;

/** The services: the platform's own API, the sign-on, and yours. */
export class AppTier extends Tier {
  public readonly backend: WebService;
  public readonly keycloak: Keycloak;

  constructor(scope: Construct, id: string, props: TierProps & { readonly data: DataTier }) {
    super(scope, id, props);
    const { postgres, redis } = props.data;
    const hosts = hostsOf(props.environment);

    this.keycloak = new Keycloak(this, 'keycloak', {
      ...this.sizing('keycloak'),
      hostname: hosts.signOn,
      database: postgres.database('keycloak'),
      realm: {
        name: props.environment.namespacePrefix,
        clients: [{ id: 'site', redirectUris: [`https://${hosts.site}/*`] }],
      },
    });

    this.backend = this.service('backend', { port: 9898, readinessPath: '/readyz', livenessPath: '/healthz' });
    connect(this.backend, postgres.database('backend'));
    connect(this.backend, redis.user('backend'));
    connect(this.backend, this.keycloak.http);

    // Your own services go here: one service(…), and one connect(…) for each thing it talks to.
  }

  /** A service whose image stands in environments/images.yaml under its own name. */
  public service(name: string, props: ServiceProps): WebService {
    return new WebService(this, name, { ...this.sizing(name), ...props });
  }
}
