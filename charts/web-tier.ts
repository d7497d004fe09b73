import type { Construct } from 'constructs';
import { keycloakPublicPaths } from '../lib/app';
import { Edge, Frontend } from '../lib/web';
import type { AppTier } from './app-tier';
import { hostsOf } from './hosts';
import type { TierProps } from './tier';
import { Tier } from './tier';

/** What users meet: the edge, the site behind it, and the hosts that lead to services. */
export class WebTier extends Tier {
  public readonly edge: Edge;

  constructor(scope: Construct, id: string, props: TierProps & { readonly app: AppTier }) {
    super(scope, id, props);
    const { exposure, certificates, edge } = props.environment;
    const hosts = hostsOf(props.environment);

    const frontend = new Frontend(this, 'frontend', this.sizing('frontend'));

    this.edge = new Edge(this, 'edge', { ...this.sizing('edge'), ...edge, exposure, issuer: certificates.edge });
    this.edge.addRoute({ host: hosts.site, to: frontend.http });
    this.edge.addRoute({ host: hosts.api, to: props.app.backend.http });
    for (const path of keycloakPublicPaths) {
      this.edge.addRoute({ host: hosts.signOn, path, to: props.app.keycloak.http });
    }
  }
}
