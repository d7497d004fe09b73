import { ApiObject, App } from 'cdk8s';
import { parse } from 'yaml';
import type { Intents, Manifest } from '../../lib/contracts';
import { Component } from '../../lib/core';
import { parseManifests, render, synthesize } from '../../lib/synthesis';
import { configMaps, noIntents } from './platform-fixture';

const content = (): undefined => undefined;

test('gives one file for every object of every environment, which reads back equal, and an index', () => {
  const platforms = [configMaps('staging', 'a', 'b'), configMaps('production', 'a')];
  const files = synthesize(platforms, content);
  expect([...files.keys()]).toEqual([
    'staging/web/configmap-a.yaml',
    'staging/web/configmap-b.yaml',
    'production/web/configmap-a.yaml',
    'README.md',
  ]);
  for (const { environment, root } of platforms) {
    expect(parseManifests(environment, files).map(({ object }) => object)).toEqual(
      render(root).map(({ object }) => object),
    );
  }
});

test('does not depend on the order in which objects are made', () => {
  const one = synthesize([configMaps('staging', 'a', 'b')], content);
  const other = synthesize([configMaps('staging', 'b', 'a')], content);
  expect([...other].sort()).toEqual([...one].sort());
});

test('judges what it writes, with the intents of its environment', () => {
  const seen: [readonly Manifest[], Intents][] = [];
  const platform = configMaps('staging', 'a');
  const files = synthesize([platform], (...all) => {
    seen.push(all);
    return undefined;
  });
  expect(seen).toHaveLength(1);
  expect(seen[0]?.[0].map(({ object }) => object)).toEqual([parse(files.get('staging/web/configmap-a.yaml') ?? '')]);
  expect(seen[0]?.[1]).toBe(platform.intents);
});

test('tells in one error what is wrong in all environments', () => {
  const invalid = configMaps('development', 'a');
  invalid.root.node.addValidation({ validate: () => ['no sound platform'] });
  const collision = configMaps('production', 'a', 'A');
  const judge = (manifests: readonly Manifest[]): string | undefined =>
    manifests.some(({ object }) => object.metadata.name === 'bad') ? 'one finding' : undefined;
  expect(() => synthesize([invalid, configMaps('staging', 'bad'), collision], judge)).toThrow(
    /'development'[^]*no sound platform[^]*'staging'[^]*one finding[^]*'production'[^]*cannot share a file/,
  );
});

test('says which object holds what no file can', () => {
  const root = new App();
  const component = new Component(root, 'web', { platform: 'shop' });
  new ApiObject(component, 'odd', { apiVersion: 'v1', kind: 'Odd', ...{ spec: { share: NaN } } });
  expect(() => synthesize([{ environment: 'staging', root, intents: noIntents }], content)).toThrow(
    'web/odd: /spec/share: a manifest cannot hold NaN',
  );
});

test('an error of the program itself is not taken for one of the description', () => {
  const fault = new TypeError('a fault in a rule');
  expect(() =>
    synthesize([configMaps('staging', 'a')], () => {
      throw fault;
    }),
  ).toThrow(fault);
});

test('takes one platform after the other', () => {
  const steps: string[] = [];
  function* platforms(): Generator<ReturnType<typeof configMaps>> {
    for (const environment of ['staging', 'production']) {
      steps.push(`build ${environment}`);
      yield configMaps(environment, 'a');
    }
  }
  synthesize(platforms(), () => (steps.push('judge'), undefined));
  expect(steps).toEqual(['build staging', 'judge', 'build production', 'judge']);
});

test('the index counts objects by component and kind, and lists what must stand in the cluster', () => {
  const intents: Intents = {
    ...noIntents,
    prerequisites: [{ kind: 'ClusterIssuer', name: 'public', neededFor: 'certificates | of hosts' }],
    promisedSecrets: [{ namespace: 'shop-web', name: 'tls', keys: ['tls.crt', 'tls.key'], by: 'cert-manager' }],
  };
  const files = synthesize([{ ...configMaps('staging', 'a', 'b'), intents }], content);
  const index = files.get('README.md') ?? '';
  expect(index).toContain('| [web](staging/web) | 2 | ConfigMap 2 |');
  expect(index).toContain('| ClusterIssuer |  | public | certificates \\| of hosts |');
  expect(index).toContain('| shop-web | tls | tls.crt, tls.key | cert-manager |');
});
