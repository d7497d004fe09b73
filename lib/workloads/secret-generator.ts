import type * as k8s from 'cdk8s-plus-27/lib/imports/k8s';
import { Construct } from 'constructs';
import type { Endpoint, Labels } from '../contracts';
import type { Image } from '../core';
import { Bytes, Component, exempt, helperResources, placeInStage } from '../core';
import type { GeneratedSecret, GeneratedSecrets } from '../security';
import type { Files } from './config-files';
import { ConfigFiles } from './config-files';
import { generatorEntry, generatorFiles, generatorPaths, generatorScript } from './secret-generator-script';
import { Task } from './task';
import { configVolume, scratch } from './volume';

/** What makes the secrets of an environment whose data may be lost. */
export interface SecretGeneratorProps {
  /** With a shell and curl. */
  readonly image: Image;
  readonly apiServer: Endpoint;
  /** The provider that has collected what is to be made. */
  readonly secrets: GeneratedSecrets;
}

/** Two requests for each secret take seconds; an API server that is away for longer is worth a failed sync. */
const activeDeadlineSeconds = 300;
const scratchSize = Bytes.mebi(1);

/**
 * Makes random secrets in the cluster, once: a `Task`, the ConfigMap with its
 * script and list, and a Role with its binding in every namespace that uses one.
 *
 * Guarantees that a secret has one value in all of its namespaces, that what is
 * there is never changed, and that no value leaves the cluster or enters a log.
 * Create it last: what asks for a secret afterwards fails.
 */
export class SecretGenerator extends Construct {
  constructor(scope: Construct, id: string, { image, apiServer, secrets }: SecretGeneratorProps) {
    super(scope, id);
    const requests = secrets.take();
    const files = new ConfigFiles(this, 'Files', id, filesOf(requests, Component.containing(this).labels));
    const task = new Task(this, id, {
      image,
      resources: helperResources,
      command: ['/bin/sh', `${generatorPaths.files}/${generatorFiles.script}`],
      mounts: [
        { path: generatorPaths.files, volume: configVolume('files', files) },
        { path: generatorPaths.scratch, volume: scratch('scratch', scratchSize, true) },
      ],
      activeDeadlineSeconds,
    });
    // After its own account, role and files, and before what mounts the secrets.
    placeInStage(task.job, 'secrets', 1);
    for (const [namespace, names] of group(requests, 'namespace')) {
      const { role } = task.pods.grant(apiServer, rulesFor(names.map(({ secret }) => secret.name)), namespace);
      exempt(role, {
        rule: 'rbac-no-secret-read',
        reason:
          'a random secret must be looked for before it is made, and copied to the other namespaces that use it; only these names can be read',
      });
    }
  }
}

/** `create` cannot be limited to names: the API server does not know the name when it decides. */
function rulesFor(names: readonly string[]): readonly k8s.PolicyRule[] {
  const secrets = { apiGroups: [''], resources: ['secrets'] };
  return [
    { ...secrets, verbs: ['create'] },
    { ...secrets, verbs: ['get'], resourceNames: [...names] },
  ];
}

function filesOf(requests: readonly GeneratedSecret[], labels: Labels): Files {
  const entries = [...group(requests, 'secret')].map(([secret, uses]) => ({
    name: secret.name,
    ...generatorEntry(
      secret,
      uses.map(({ namespace }) => namespace),
      labels,
    ),
  }));
  return {
    [generatorFiles.script]: generatorScript,
    [generatorFiles.list]: entries.map(({ line }) => line).join(''),
    ...Object.fromEntries(entries.map(({ name, template }) => [`${name}.json`, template])),
  };
}

/** The requests by one of their two sides, in the order in which they came. */
function group<K extends keyof GeneratedSecret>(
  requests: readonly GeneratedSecret[],
  side: K,
): ReadonlyMap<GeneratedSecret[K], readonly GeneratedSecret[]> {
  const groups = new Map<GeneratedSecret[K], GeneratedSecret[]>();
  for (const request of requests) {
    const known = groups.get(request[side]);
    if (known) known.push(request);
    else groups.set(request[side], [request]);
  }
  return groups;
}
