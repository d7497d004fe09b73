import * as k8s from 'cdk8s-plus-27/lib/imports/k8s';
import { Construct } from 'constructs';
import { identityOf, nameLabels } from '../lib/core';

const quantity = (text: string): k8s.Quantity => k8s.Quantity.fromString(text);
const port = 8080;

/**
 * A service with everything around it, as an ordinary platform has it: eleven
 * objects of eleven kinds, every third service with a volume of its own.
 */
export class ClassesService extends Construct {
  constructor(scope: Construct, id: string, index: number) {
    super(scope, id);
    const name = id;
    const metadata = { name, labels: nameLabels(name) };
    const selector = { matchLabels: identityOf(name) };
    const template = { metadata: { labels: nameLabels(name) }, spec: podSpec(name) };
    const account = { kind: 'ServiceAccount', name };

    if (index % 3 === 0) {
      new k8s.KubeStatefulSet(this, 'workload', {
        metadata,
        spec: {
          serviceName: name,
          replicas: 2,
          selector,
          template,
          volumeClaimTemplates: [
            {
              metadata: { name: 'data' },
              spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: quantity('20Gi') } } },
            },
          ],
        },
      });
    } else {
      new k8s.KubeDeployment(this, 'workload', {
        metadata,
        spec: {
          replicas: 2,
          selector,
          template,
          strategy: {
            type: 'RollingUpdate',
            rollingUpdate: {
              maxSurge: k8s.IntOrString.fromString('25%'),
              maxUnavailable: k8s.IntOrString.fromNumber(0),
            },
          },
        },
      });
    }
    new k8s.KubeService(this, 'service', {
      metadata,
      spec: {
        selector: identityOf(name),
        ports: [{ name: 'http', port: 80, targetPort: k8s.IntOrString.fromString('http'), protocol: 'TCP' }],
      },
    });
    new k8s.KubeServiceAccount(this, 'account', { metadata, automountServiceAccountToken: false });
    new k8s.KubeConfigMap(this, 'config', { metadata, data: { 'nginx.conf': nginxConf(name), LOG_LEVEL: 'info' } });
    new k8s.KubeHorizontalPodAutoscalerV2(this, 'autoscaler', {
      metadata,
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
        minReplicas: 2,
        maxReplicas: 6,
        metrics: [
          { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } },
        ],
      },
    });
    new k8s.KubePodDisruptionBudget(this, 'budget', {
      metadata,
      spec: { maxUnavailable: k8s.IntOrString.fromNumber(1), selector },
    });
    new k8s.KubeNetworkPolicy(this, 'policy', {
      metadata,
      spec: {
        podSelector: selector,
        policyTypes: ['Ingress', 'Egress'],
        ingress: [
          {
            from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'edge' } }, podSelector: {} }],
            ports: [{ port: k8s.IntOrString.fromNumber(port), protocol: 'TCP' }],
          },
        ],
        egress: [
          {
            to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } }],
            ports: [
              { port: k8s.IntOrString.fromNumber(53), protocol: 'UDP' },
              { port: k8s.IntOrString.fromNumber(53), protocol: 'TCP' },
            ],
          },
        ],
      },
    });
    new k8s.KubeRole(this, 'role', {
      metadata,
      rules: [{ apiGroups: [''], resources: ['configmaps'], resourceNames: [name], verbs: ['get', 'watch'] }],
    });
    new k8s.KubeRoleBinding(this, 'binding', {
      metadata,
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
      subjects: [account],
    });
    new k8s.KubeIngress(this, 'ingress', {
      metadata: { ...metadata, annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt' } },
      spec: {
        ingressClassName: 'nginx',
        tls: [{ hosts: [`${name}.example.com`], secretName: `${name}-tls` }],
        rules: [
          {
            host: `${name}.example.com`,
            http: {
              paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name, port: { name: 'http' } } } }],
            },
          },
        ],
      },
    });
    new k8s.KubeCronJob(this, 'cleanup', {
      metadata,
      spec: {
        schedule: '17 3 * * *',
        concurrencyPolicy: 'Forbid',
        jobTemplate: { spec: { backoffLimit: 2, template: { spec: { ...podSpec(name), restartPolicy: 'Never' } } } },
      },
    });
  }
}

function podSpec(name: string): k8s.PodSpec {
  const probe = (path: string): k8s.Probe => ({
    httpGet: { path, port: k8s.IntOrString.fromString('http') },
    periodSeconds: 10,
    timeoutSeconds: 2,
  });
  return {
    serviceAccountName: name,
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: 10001,
      fsGroup: 10001,
      seccompProfile: { type: 'RuntimeDefault' },
    },
    terminationGracePeriodSeconds: 45,
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'topology.kubernetes.io/zone',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: identityOf(name) },
      },
    ],
    containers: [
      {
        name,
        image: `registry.example.com/${name}:1.4.2`,
        args: ['--config=/etc/app/nginx.conf', '--log-format', 'json'],
        env: [
          { name: 'LOG_LEVEL', valueFrom: { configMapKeyRef: { name, key: 'LOG_LEVEL' } } },
          { name: 'DATABASE_HOST', value: 'postgres.shop-data.svc.cluster.local' },
          { name: 'DATABASE_PORT', value: '5432' },
        ],
        ports: [{ name: 'http', containerPort: port, protocol: 'TCP' }],
        livenessProbe: probe('/healthz'),
        readinessProbe: probe('/ready'),
        resources: {
          requests: { cpu: quantity('100m'), memory: quantity('128Mi') },
          limits: { memory: quantity('128Mi'), 'ephemeral-storage': quantity('128Mi') },
        },
        securityContext: {
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        },
        volumeMounts: [
          { name: 'config', mountPath: '/etc/app', readOnly: true },
          { name: 'scratch', mountPath: '/tmp' },
        ],
      },
    ],
    volumes: [
      { name: 'config', configMap: { name } },
      { name: 'scratch', emptyDir: { sizeLimit: quantity('64Mi') } },
    ],
  };
}

function nginxConf(name: string): string {
  return `worker_processes auto;
events { worker_connections 1024; }
http {
  server {
    listen ${port};
    server_name ${name}.example.com;
    location / { proxy_pass http://127.0.0.1:9000; }
  }
}
`;
}
