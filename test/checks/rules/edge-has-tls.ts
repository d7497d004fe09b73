import type { Table } from '../table';
import { remove, set } from '../table';

export const table: Table = {
  keeps: {
    'a listener without TLS that only redirects': [
      set('Gateway shop-app/api', '/spec/listeners/0/protocol', 'HTTP'),
      set('HTTPRoute shop-app/api', '/spec/rules', [
        { filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https' } }] },
      ]),
    ],
  },
  breaks: {
    'an ingress without TLS': {
      change: remove('Ingress shop-app/api', '/spec/tls'),
      at: 'Ingress shop-app/api /spec/rules/0/host',
    },
    'a host that the certificate is not for': {
      change: set('Ingress shop-app/api', '/spec/tls/0/hosts', ['www.example.org']),
      at: 'Ingress shop-app/api /spec/rules/0/host',
    },
    'every host': {
      change: remove('Ingress shop-app/api', '/spec/rules/0/host'),
      at: 'Ingress shop-app/api /spec/rules/0/host',
    },
    'every host of a domain': {
      change: [
        set('Ingress shop-app/api', '/spec/rules/0/host', '*.example.org'),
        set('Ingress shop-app/api', '/spec/tls/0/hosts', ['*.example.org']),
      ],
      at: 'Ingress shop-app/api /spec/rules/0/host',
    },
    'free text for the controller': {
      change: set(
        'Ingress shop-app/api',
        '/metadata/annotations/nginx.ingress.kubernetes.io~1server-snippet',
        'return 200;',
      ),
      at: 'Ingress shop-app/api /metadata/annotations/nginx.ingress.kubernetes.io~1server-snippet',
    },
    'a listener without a certificate': {
      change: remove('Gateway shop-app/api', '/spec/listeners/0/tls'),
      at: 'Gateway shop-app/api /spec/listeners/0/tls/certificateRefs',
    },
    'a route that a listener without TLS serves': {
      change: set('Gateway shop-app/api', '/spec/listeners/0/protocol', 'HTTP'),
      at: 'HTTPRoute shop-app/api /spec/parentRefs/0/sectionName',
    },
    'a route for all listeners, one of them without TLS': {
      change: [
        set('Gateway shop-app/api', '/spec/listeners/-', { name: 'http', protocol: 'HTTP', port: 80 }),
        remove('HTTPRoute shop-app/api', '/spec/parentRefs/0/sectionName'),
      ],
      at: 'HTTPRoute shop-app/api /spec/parentRefs/0/sectionName',
    },
  },
};
