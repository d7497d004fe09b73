import type { Table } from '../table';
import { drop, set } from '../table';

export const table: Table = {
  keeps: {
    'a port by number': set('Ingress shop-app/api', '/spec/rules/0/http/paths/0/backend/service/port', { number: 80 }),
  },
  breaks: {
    'a Service that is gone': {
      change: drop('Service shop-app/api'),
      at: 'Ingress shop-app/api /spec/rules/0/http/paths/0/backend/service/name',
    },
    'a renamed port': {
      change: set('Service shop-app/api', '/spec/ports/0/name', 'web'),
      at: 'Ingress shop-app/api /spec/rules/0/http/paths/0/backend/service/port',
    },
    'the port of the pods instead of the Service’s': {
      change: set('Ingress shop-app/api', '/spec/rules/0/http/paths/0/backend/service/port', { number: 8080 }),
      at: 'Ingress shop-app/api /spec/rules/0/http/paths/0/backend/service/port',
    },
    'the default backend': {
      change: set('Ingress shop-app/api', '/spec/defaultBackend', {
        service: { name: 'errors', port: { number: 80 } },
      }),
      at: 'Ingress shop-app/api /spec/defaultBackend/service/name',
    },
  },
};
