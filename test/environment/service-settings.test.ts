import { serviceSettings } from '../../lib/environment';
import type { Environment } from '../../lib/environment';
import { edited, read, smallest } from './environment-folder';

const overrides = `defaults:
  resources: { cpu: 200m }
  scaling: { maxReplicas: 10 }
services:
  backend:
    resources: { memory: 1Gi }
    scaling: { minReplicas: 5 }
    env: { LOG_LEVEL: debug }
`;

function only(text: string): Environment {
  const [environment] = read({ 'demo.yaml': text }).environments;
  if (!environment) throw new Error('there is no environment');
  return environment;
}

test('a key of the service wins over the defaults, and those over what the schema says', () => {
  const environment = only(edited(smallest, 'redis:', `${overrides}redis:`));
  expect(serviceSettings(environment, 'backend')).toEqual({
    resources: { cpu: '200m', memory: '1Gi' },
    scaling: { minReplicas: 5, maxReplicas: 10, cpuPercent: 70, memoryPercent: 80, stabilizationWindow: '300s' },
    env: { LOG_LEVEL: 'debug' },
  });
});

test('a service that the file does not name gets the defaults', () => {
  const environment = only(smallest);
  const { resources, scaling } = environment.defaults;
  expect(serviceSettings(environment, 'reports')).toEqual({ resources, scaling, env: {} });
});

test('without a word about scaling, services scale as the objectives of the platform say', () => {
  expect(only(smallest).defaults.scaling).toEqual({
    minReplicas: 3,
    maxReplicas: 20,
    cpuPercent: 70,
    memoryPercent: 80,
    stabilizationWindow: '300s',
  });
});

test('what the smallest file leaves out is there', () => {
  const { cluster, certificates, exposure, edge, services } = only(smallest);
  expect(cluster.apiServer.ports).toEqual([443, 6443]);
  expect(cluster.dns).toEqual({ namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } });
  expect(certificates.internal).toEqual({ type: 'selfSigned' });
  expect(exposure).toMatchObject({ trustedProxies: [], annotations: {} });
  expect(edge.rateLimit.burst).toBeGreaterThan(edge.rateLimit.requestsPerSecond);
  expect(services).toEqual({});
});
