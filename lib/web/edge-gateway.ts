import { Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import {
  Gateway,
  GatewaySpecListenersAllowedRoutesNamespacesFrom,
  GatewaySpecListenersProtocol,
  GatewaySpecListenersTlsMode,
  HttpRoute,
  HttpRouteSpecRulesFiltersRequestRedirectScheme,
  HttpRouteSpecRulesFiltersRequestRedirectStatusCode,
  HttpRouteSpecRulesFiltersType,
} from '../../imports/gateway.networking.k8s.io';
import type { HttpRouteSpec } from '../../imports/gateway.networking.k8s.io';
import { describeInvalidProp, nameLabels, objectName } from '../core';
import type { EntranceProps } from './exposure';

/** The most that one HTTPRoute takes (Gateway API v1). */
const mostHostnames = 16;

/**
 * The way in by the Gateway API: a Gateway with a listener for HTTP and one for
 * HTTPS, an HTTPRoute that hands every host over to the edge, and one that
 * leads plain HTTP to TLS. TLS ends at the gateway; the edge learns of it by
 * X-Forwarded-Proto and does all the rest.
 */
export class EdgeGateway extends Construct {
  constructor(scope: Construct, id: string, props: EntranceProps) {
    super(scope, id);
    const { name, className, annotations, hosts, certificate, port } = props;
    const redirect = objectName(name, 'redirect');
    this.node.addValidation({ validate: () => this.tooManyHosts(hosts()) });
    const allowedRoutes = { namespaces: { from: GatewaySpecListenersAllowedRoutesNamespacesFrom.SAME } };
    new Gateway(this, 'Gateway', {
      metadata: { name, labels: nameLabels(name), annotations: { ...annotations } },
      spec: {
        gatewayClassName: className,
        // The cloud reads annotations on the Service that the controller makes for the gateway.
        ...(Object.keys(annotations).length === 0 ? {} : { infrastructure: { annotations: { ...annotations } } }),
        listeners: [
          { name: 'http', port: 80, protocol: GatewaySpecListenersProtocol.HTTP, allowedRoutes },
          {
            name: 'https',
            port: 443,
            protocol: GatewaySpecListenersProtocol.HTTPS,
            tls: { mode: GatewaySpecListenersTlsMode.TERMINATE, certificateRefs: [{ name: certificate }] },
            allowedRoutes,
          },
        ],
      },
    });
    this.route('Route', name, () => ({
      parentRefs: [{ name, sectionName: 'https' }],
      hostnames: [...hosts()],
      rules: [{ backendRefs: [{ name, port: port.number }] }],
    }));
    this.route('Redirect', redirect, () => ({
      parentRefs: [{ name, sectionName: 'http' }],
      hostnames: [...hosts()],
      rules: [
        {
          filters: [
            {
              type: HttpRouteSpecRulesFiltersType.REQUEST_REDIRECT,
              // Every gateway knows 301; 308 is an extension.
              requestRedirect: {
                scheme: HttpRouteSpecRulesFiltersRequestRedirectScheme.HTTPS,
                statusCode: HttpRouteSpecRulesFiltersRequestRedirectStatusCode.VALUE_301,
              },
            },
          ],
        },
      ],
    }));
  }

  private route(id: string, name: string, spec: () => HttpRouteSpec): void {
    new HttpRoute(this, id, {
      metadata: { name, labels: nameLabels(name) },
      spec: Lazy.any({ produce: spec }) as HttpRouteSpec,
    });
  }

  private tooManyHosts(hosts: readonly string[]): string[] {
    if (hosts.length <= mostHostnames) return [];
    return [
      describeInvalidProp(this, {
        prop: 'hosts',
        got: `${hosts.length} hosts`,
        expected: `${mostHostnames} at most, as many as an HTTPRoute takes`,
        fix: 'divide the routes between two edges',
      }),
    ];
  }
}
