import type { Table } from '../table';
import { add, set } from '../table';

const api = 'Deployment shop-app/api';
const pod = '/spec/template/spec';

export const table: Table = {
  keeps: {
    'a label that only looks like an annotation': set(api, '/metadata/annotations', {
      'example.org/ingress.class': 'a',
    }),
    'placement by labels that nodes carry': set(api, `${pod}/nodeSelector`, { 'kubernetes.io/os': 'linux' }),
    'the current version of a kind that had a beta': add({
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'more' },
    }),
    'a field of that name in another kind': add({
      apiVersion: 'example.org/v1',
      kind: 'Ship',
      metadata: { name: 'more' },
      spec: { loadBalancerIP: '10.0.0.1', serviceAccount: 'a' },
    }),
  },
  breaks: {
    'a version that is gone': {
      change: add({ apiVersion: 'policy/v1beta1', kind: 'PodDisruptionBudget', metadata: { name: 'more' } }),
      at: 'PodDisruptionBudget shop-app/more /apiVersion',
    },
    'a version that will go': {
      change: add({
        apiVersion: 'flowcontrol.apiserver.k8s.io/v1beta3',
        kind: 'FlowSchema',
        metadata: { name: 'more' },
      }),
      at: 'FlowSchema shop-app/more /apiVersion',
    },
    'a stable kind that is deprecated': {
      change: add({ kind: 'Endpoints', metadata: { name: 'more' } }),
      at: 'Endpoints shop-app/more /apiVersion',
    },
    'a version that an operator gave up': {
      change: add({ apiVersion: 'external-secrets.io/v1beta1', kind: 'ExternalSecret', metadata: { name: 'more' } }),
      at: 'ExternalSecret shop-app/more /apiVersion',
    },
    'the class of an Ingress as annotation': {
      change: add({
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        metadata: { name: 'more', annotations: { 'kubernetes.io/ingress.class': 'nginx' } },
      }),
      at: 'Ingress shop-app/more /metadata/annotations/kubernetes.io~1ingress.class',
    },
    'a security profile as annotation of the pods': {
      change: set(api, '/spec/template/metadata/annotations', {
        'container.apparmor.security.beta.kubernetes.io/api': 'runtime/default',
      }),
      at: `${api} /spec/template/metadata/annotations/container.apparmor.security.beta.kubernetes.io~1api`,
    },
    'an annotation of a bare pod, once': {
      change: add({
        kind: 'Pod',
        metadata: { name: 'more', annotations: { 'scheduler.alpha.kubernetes.io/critical-pod': '' } },
        spec: { containers: [] },
      }),
      at: 'Pod shop-app/more /metadata/annotations/scheduler.alpha.kubernetes.io~1critical-pod',
    },
    'the old name of serviceAccountName': {
      change: set(api, `${pod}/serviceAccount`, 'api'),
      at: `${api} ${pod}/serviceAccount`,
    },
    'a kind of volume that is gone': {
      change: set(api, `${pod}/volumes`, [{ name: 'code', gitRepo: { repository: 'a' } }]),
      at: `${api} ${pod}/volumes/0/gitRepo`,
    },
    'a node label that is gone, as selector': {
      change: set(api, `${pod}/nodeSelector`, { 'beta.kubernetes.io/os': 'linux' }),
      at: `${api} ${pod}/nodeSelector/beta.kubernetes.io~1os`,
    },
    'a node label that is gone, as topology': {
      change: set(api, `${pod}/topologySpreadConstraints`, [{ topologyKey: 'failure-domain.beta.kubernetes.io/zone' }]),
      at: `${api} ${pod}/topologySpreadConstraints/0/topologyKey`,
    },
    'addresses outside the cluster on a Service': {
      change: set('Service shop-app/api', '/spec/externalIPs', ['192.0.2.1']),
      at: 'Service shop-app/api /spec/externalIPs',
    },
  },
};
