import { sixFieldSchedule } from './overlay-schedule';
import { amount, fields, goDuration, has, hostName, never, quantity } from './overlay-values';
import type { Overlay, Schema } from './schema';

/** What the webhooks of the operators, or rules inside the published definitions, check. */
export const customResourceFacts: Overlay = {
  'cert-manager.io.v1.Certificate': {
    required: ['spec'],
    properties: {
      spec: {
        anyOf: ['commonName', 'dnsNames', 'uris', 'emailAddresses', 'ipAddresses', 'literalSubject'].map((field) => ({
          required: [field],
        })),
        description: 'one of commonName, dnsNames, uris, emailAddresses, ipAddresses, literalSubject at least',
        properties: { dnsNames: { items: hostName }, duration: goDuration, renewBefore: goDuration },
      },
    },
  },
  'external-secrets.io.v1.ExternalSecret': {
    required: ['spec'],
    properties: {
      spec: {
        anyOf: [{ required: ['data'] }, { required: ['dataFrom'] }],
        description: 'data or dataFrom',
        properties: { data: { unique: [{ fields: ['secretKey'] }] } },
      },
    },
  },
  'external-secrets.io.v1.SecretStore': { required: ['spec'] },
  'external-secrets.io.v1.ClusterSecretStore': { required: ['spec'] },
  'gateway.networking.k8s.io.v1.Gateway': fields({
    spec: fields({
      listeners: {
        items: never('certificateRefs for HTTPS that is terminated here, and no tls for HTTP', {
          anyOf: [
            { allOf: [has('protocol', 'HTTP'), { required: ['tls'] }] },
            {
              allOf: [has('protocol', 'HTTPS')],
              not: {
                required: ['tls'],
                properties: {
                  tls: { required: ['certificateRefs'], properties: { certificateRefs: { minItems: 1 } } },
                },
              },
            },
          ],
        }),
      },
    }),
  }),
  'gateway.networking.k8s.io.v1.HTTPRoute': fields({
    spec: fields({ rules: { items: fields({ filters: { items: filter() } }) } }),
  }),
  'gateway.networking.k8s.io.v1.BackendTLSPolicy': fields({
    spec: fields({
      validation: {
        oneOf: [{ required: ['caCertificateRefs'] }, { required: ['wellKnownCACertificates'] }],
        description: 'exactly one of caCertificateRefs, wellKnownCACertificates',
      },
    }),
  }),
  'autoscaling.k8s.io.v1.VerticalPodAutoscaler': fields({
    spec: fields({
      resourcePolicy: fields({
        containerPolicies: {
          unique: [{ fields: ['containerName'] }],
          items: fields({ minAllowed: amounts(), maxAllowed: amounts() }),
        },
      }),
    }),
  }),
  'postgresql.cnpg.io.v1.Cluster': fields({
    spec: fields({ storage: fields({ size: quantity }), walStorage: fields({ size: quantity }) }),
  }),
  'postgresql.cnpg.io.v1.ScheduledBackup': fields({ spec: fields({ schedule: sixFieldSchedule }) }),
};

/** A filter must have the field that its type names, and no other. */
function filter(): Schema {
  const fieldByType = {
    RequestHeaderModifier: 'requestHeaderModifier',
    ResponseHeaderModifier: 'responseHeaderModifier',
    RequestMirror: 'requestMirror',
    RequestRedirect: 'requestRedirect',
    URLRewrite: 'urlRewrite',
    ExtensionRef: 'extensionRef',
  };
  return {
    maxProperties: 2,
    anyOf: Object.entries(fieldByType).map(([type, field]) => ({ ...has('type', type), required: ['type', field] })),
    description: 'a type, and the one field that belongs to it',
  };
}

function amounts(): Schema {
  return { additionalProperties: { allOf: [quantity, amount] } };
}
