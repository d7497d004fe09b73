import {
  absent,
  address,
  amount,
  atLeast,
  dnsLabel,
  dnsSubdomain,
  environmentName,
  exactlyOne,
  fields,
  fileKey,
  fileMode,
  has,
  labelKey,
  labels,
  never,
  nonNegative,
  notEmpty,
  oneOf,
  port,
  portName,
  portOrName,
  positive,
  protocol,
  relativePath,
  uniqueBy,
  userId,
} from './overlay-values';
import type { Overlay, Schema } from './schema';

const operators = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

const resourceNames: Schema = {
  propertyNames: {
    pattern: '^(cpu|memory|ephemeral-storage|hugepages-.+|[^/]+/.+)$',
    description: 'a resource: cpu, memory, ephemeral-storage, hugepages-…, or one with a domain such as nvidia.com/gpu',
  },
  additionalProperties: amount,
};

const probeTimes = {
  initialDelaySeconds: nonNegative,
  timeoutSeconds: nonNegative,
  periodSeconds: nonNegative,
  successThreshold: nonNegative,
  failureThreshold: nonNegative,
  terminationGracePeriodSeconds: positive,
};

/** Liveness and start-up have no way back: one success ends them. */
const oneSuccess = fields({
  successThreshold: { const: 1, description: '1: only a readiness probe may ask for more' },
});

const keyed = { ...fields({ key: fileKey, name: dnsSubdomain }), required: ['name'] };
const named = { ...fields({ name: dnsSubdomain }), required: ['name'] };
const keysToPaths = fields({ items: uniqueBy('path'), defaultMode: fileMode });

/** What pods and their containers may say. */
export const podFacts: Overlay = {
  PodSpec: {
    uniqueNamesAcross: ['initContainers', 'containers', 'ephemeralContainers'],
    properties: {
      containers: { minItems: 1 },
      volumes: uniqueBy('name'),
      imagePullSecrets: uniqueBy('name'),
      hostAliases: uniqueBy('ip'),
      topologySpreadConstraints: uniqueBy('topologyKey', 'whenUnsatisfiable'),
      activeDeadlineSeconds: positive,
      terminationGracePeriodSeconds: nonNegative,
      dnsPolicy: oneOf('ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'),
      hostname: dnsLabel,
      subdomain: dnsLabel,
      nodeName: dnsSubdomain,
      nodeSelector: labels,
      preemptionPolicy: oneOf('PreemptLowerPriority', 'Never'),
      priorityClassName: dnsSubdomain,
      restartPolicy: oneOf('Always', 'OnFailure', 'Never'),
      runtimeClassName: dnsSubdomain,
      serviceAccountName: dnsSubdomain,
    },
  },
  Container: fields({
    name: dnsLabel,
    image: { pattern: '^\\S+$', description: 'an image without spaces' },
    imagePullPolicy: oneOf('Always', 'IfNotPresent', 'Never'),
    terminationMessagePolicy: oneOf('File', 'FallbackToLogsOnError'),
    env: uniqueBy('name'),
    ports: {
      unique: [{ fields: ['name'] }, { fields: ['containerPort', 'protocol'], defaults: { protocol: 'TCP' } }],
    },
    volumeMounts: uniqueBy('mountPath'),
    volumeDevices: uniqueBy('devicePath'),
    resources: fields({ limits: resourceNames, requests: resourceNames }),
    livenessProbe: oneSuccess,
    startupProbe: oneSuccess,
    readinessProbe: fields({ terminationGracePeriodSeconds: absent('a readiness probe ends no container') }),
  }),
  ContainerPort: fields({ containerPort: port, hostPort: port, hostIP: address, name: portName, protocol }),
  ContainerResizePolicy: fields({
    resourceName: oneOf('cpu', 'memory'),
    restartPolicy: oneOf('NotRequired', 'RestartContainer'),
  }),
  EnvVar: {
    ...never('either a value or valueFrom', { required: ['value', 'valueFrom'], properties: { value: notEmpty } }),
    properties: { name: environmentName },
  },
  EnvVarSource: exactlyOne('exactly one of configMapKeyRef, fieldRef, resourceFieldRef, secretKeyRef'),
  EnvFromSource: {
    oneOf: [{ required: ['configMapRef'] }, { required: ['secretRef'] }],
    description: 'exactly one of configMapRef, secretRef',
    properties: {
      prefix: { anyOf: [{ maxLength: 0 }, environmentName], description: environmentName.description ?? '' },
    },
  },
  ConfigMapEnvSource: named,
  SecretEnvSource: named,
  ConfigMapKeySelector: keyed,
  SecretKeySelector: keyed,
  ObjectFieldSelector: fields({
    fieldPath: {
      pattern:
        "^(metadata\\.(name|namespace|uid|labels|annotations)|metadata\\.(labels|annotations)\\['[^']+'\\]|spec\\.(nodeName|serviceAccountName)|status\\.(hostIP|podIP|podIPs))$",
      description: 'a field of the pod: metadata.name, metadata.namespace, metadata.uid, status.podIP, spec.nodeName …',
    },
  }),
  ResourceFieldSelector: fields({
    resource: {
      pattern: '^(limits|requests)\\.(cpu|memory|ephemeral-storage|hugepages-.+)$',
      description: 'limits.cpu, limits.memory, limits.ephemeral-storage, or the same of requests',
    },
  }),
  Probe: {
    oneOf: ['exec', 'grpc', 'httpGet', 'tcpSocket'].map((handler) => ({ required: [handler] })),
    description: 'exactly one of exec, grpc, httpGet, tcpSocket',
    properties: probeTimes,
  },
  LifecycleHandler: exactlyOne('exactly one of exec, httpGet, tcpSocket'),
  ExecAction: { required: ['command'], properties: { command: { minItems: 1 } } },
  GRPCAction: fields({ port }),
  HTTPGetAction: fields({ port: portOrName, scheme: oneOf('HTTP', 'HTTPS'), path: notEmpty }),
  TCPSocketAction: fields({ port: portOrName }),
  SecurityContext: {
    ...never('no allowPrivilegeEscalation: false together with privileged: true', {
      allOf: [has('privileged', true), has('allowPrivilegeEscalation', false)],
    }),
    properties: { procMount: oneOf('Default', 'Unmasked'), runAsUser: userId, runAsGroup: userId },
  },
  PodSecurityContext: fields({
    fsGroup: userId,
    fsGroupChangePolicy: oneOf('OnRootMismatch', 'Always'),
    runAsUser: userId,
    runAsGroup: userId,
    supplementalGroups: { items: userId },
    sysctls: uniqueBy('name'),
  }),
  SeccompProfile: {
    properties: { type: oneOf('RuntimeDefault', 'Localhost', 'Unconfined') },
    oneOf: [
      { allOf: [has('type', 'Localhost'), { required: ['localhostProfile'] }] },
      { not: { anyOf: [has('type', 'Localhost'), { required: ['localhostProfile'] }] } },
    ],
    description: 'a localhostProfile if, and only if, the type is Localhost',
  },
  PodOS: fields({ name: oneOf('linux', 'windows') }),
  PodDNSConfig: fields({ nameservers: { maxItems: 3, items: address }, searches: { maxItems: 32 } }),
  HostAlias: fields({ ip: address, hostnames: { items: dnsSubdomain } }),
  PodReadinessGate: fields({ conditionType: labelKey }),
  Toleration: {
    properties: {
      operator: oneOf('Exists', 'Equal'),
      effect: oneOf('NoSchedule', 'PreferNoSchedule', 'NoExecute'),
      key: labelKey,
    },
    allOf: [
      never('no value with the operator Exists', {
        allOf: [has('operator', 'Exists'), { required: ['value'], properties: { value: notEmpty } }],
      }),
      never('the operator Exists where there is no key', {
        not: { anyOf: [{ required: ['key'] }, has('operator', 'Exists')] },
      }),
      never('tolerationSeconds only with the effect NoExecute', {
        allOf: [{ required: ['tolerationSeconds'] }, { not: has('effect', 'NoExecute') }],
      }),
    ],
  },
  Taint: fields({ effect: oneOf('NoSchedule', 'PreferNoSchedule', 'NoExecute') }),
  TopologySpreadConstraint: {
    ...never('minDomains only with whenUnsatisfiable: DoNotSchedule', {
      allOf: [{ required: ['minDomains'] }, { not: has('whenUnsatisfiable', 'DoNotSchedule') }],
    }),
    properties: {
      maxSkew: positive,
      minDomains: positive,
      topologyKey: labelKey,
      whenUnsatisfiable: oneOf('DoNotSchedule', 'ScheduleAnyway'),
      nodeAffinityPolicy: oneOf('Honor', 'Ignore'),
      nodeTaintsPolicy: oneOf('Honor', 'Ignore'),
    },
  },
  NodeSelectorRequirement: fields({ key: labelKey, operator: oneOf(...operators, 'Gt', 'Lt') }),
  PodAffinityTerm: fields({ topologyKey: labelKey }),
  PreferredSchedulingTerm: fields({ weight: atLeast(1, 100) }),
  WeightedPodAffinityTerm: fields({ weight: atLeast(1, 100) }),
  Volume: {
    maxProperties: 2,
    description: 'a name and one source',
    properties: { name: dnsLabel },
  },
  VolumeMount: {
    ...never('either subPath or subPathExpr', { required: ['subPath', 'subPathExpr'] }),
    properties: {
      mountPath: { pattern: '^[^:]+$', description: 'a path without :' },
      mountPropagation: oneOf('None', 'HostToContainer', 'Bidirectional'),
      subPath: relativePath,
      subPathExpr: relativePath,
    },
  },
  ConfigMapVolumeSource: { ...keysToPaths, required: ['name'] },
  SecretVolumeSource: { ...keysToPaths, required: ['secretName'] },
  DownwardAPIVolumeSource: keysToPaths,
  DownwardAPIVolumeFile: {
    oneOf: [{ required: ['fieldRef'] }, { required: ['resourceFieldRef'] }],
    description: 'exactly one of fieldRef, resourceFieldRef',
    properties: { path: relativePath, mode: fileMode },
  },
  ProjectedVolumeSource: fields({ defaultMode: fileMode }),
  VolumeProjection: exactlyOne('exactly one of configMap, downwardAPI, secret, serviceAccountToken'),
  ConfigMapProjection: named,
  SecretProjection: named,
  ServiceAccountTokenProjection: fields({
    path: relativePath,
    expirationSeconds: { ...atLeast(600, 2 ** 32), description: 'seconds, 600 or more' },
  }),
  KeyToPath: fields({ key: fileKey, path: relativePath, mode: fileMode }),
  EmptyDirVolumeSource: fields({
    medium: { pattern: '^(Memory|HugePages.*)?$', description: 'Memory, HugePages…, or nothing for the disk' },
    sizeLimit: amount,
  }),
  HostPathVolumeSource: fields({
    type: oneOf('', 'DirectoryOrCreate', 'Directory', 'FileOrCreate', 'File', 'Socket', 'CharDevice', 'BlockDevice'),
  }),
};
