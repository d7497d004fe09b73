import type { TlsCertificateProps } from '../../lib/security';
import { clusterIssuerNamespace, Component } from '../../lib/core';
import { certificateKeys, InternalCa, TlsCertificate } from '../../lib/security';
import { secretVolume, StatelessWorkload } from '../../lib/workloads';
import { TestPlatform, workload } from '../test-platform';

/** The part of a Certificate that these tests read. */
interface Spec {
  readonly secretName: string;
  readonly dnsNames?: readonly string[];
  readonly commonName?: string;
  readonly isCA?: boolean;
  readonly usages: readonly string[];
  readonly duration: string;
  readonly renewBefore: string;
  readonly issuerRef: { readonly kind: string; readonly name: string };
  readonly secretTemplate?: { readonly labels: Readonly<Record<string, string>> };
  readonly privateKey: { readonly rotationPolicy?: string };
}

function build(props: TlsCertificateProps) {
  const platform = new TestPlatform();
  const app = platform.component();
  const certificate = new TlsCertificate(app, 'certificate', props);
  const mounts = [{ volume: secretVolume('tls', certificate), path: '/run/tls' }];
  new StatelessWorkload(app, 'api', { ...workload, preStop: ['sleep', '5'], mounts });
  const spec = (): Spec => platform.get('Certificate', props.name).object.spec as Spec;
  return { platform, certificate, spec };
}

const hours = (text: string): number => Number(/^(\d+)h/.exec(text)?.[1]);

it('fills a Secret of its own name with the keys that it promises', () => {
  const { platform, certificate, spec } = build({ name: 'api-tls', usage: 'server', dnsNames: ['api.shop-app.svc'] });
  expect(spec().secretName).toBe(certificate.availableIn());
  expect(certificate.keys).toEqual(Object.values(certificateKeys));
  expect(spec().dnsNames).toEqual(['api.shop-app.svc']);
  expect(platform.findings).toEqual([]);
});

it('is for one side of a connection only', () => {
  const server = build({ name: 'api-tls', usage: 'server', dnsNames: ['api'] }).spec();
  const client = build({ name: 'api-tls', usage: 'client', commonName: 'api' }).spec();
  expect(server.usages).toContain('server auth');
  expect(server.usages).not.toContain('client auth');
  expect(client.usages).toContain('client auth');
  expect(client.usages).not.toContain('server auth');
  expect(client.commonName).toBe('api');
});

it('is renewed long before it ends, with a new key', () => {
  const { duration, renewBefore, privateKey } = build({ name: 'api-tls', usage: 'server', dnsNames: ['api'] }).spec();
  expect(hours(renewBefore)).toBeGreaterThanOrEqual(hours(duration) / 3);
  expect(hours(duration)).toBeLessThanOrEqual(90 * 24);
  expect(privateKey.rotationPolicy).toBe('Always');
});

it('takes names that are known late', () => {
  const names: string[] = [];
  const { spec } = build({ name: 'api-tls', usage: 'server', dnsNames: () => names });
  names.push('late.shop-app.svc');
  expect(spec().dnsNames).toEqual(['late.shop-app.svc']);
});

it('accepts every property at once', () => {
  const props: Required<TlsCertificateProps> = {
    name: 'edge-tls',
    dnsNames: ['shop.example.com'],
    usage: 'server',
    commonName: 'shop.example.com',
    issuer: { kind: 'Issuer', name: 'letsencrypt' },
    secretLabels: { 'cnpg.io/reload': 'true' },
  };
  expect(build(props).spec()).toMatchObject({
    commonName: 'shop.example.com',
    issuerRef: { kind: 'Issuer', name: 'letsencrypt' },
    secretTemplate: { labels: { 'cnpg.io/reload': 'true' } },
  });
});

it('comes from an authority of the platform’s own, each part of which is ready before the next', () => {
  const platform = new TestPlatform();
  const { issuer } = new InternalCa(new Component(platform.root, 'cluster', { platform: 'shop' }), 'ca', 'shop');
  const root = platform.get('Certificate', issuer.name).object;
  const signing = platform.get(issuer.kind, issuer.name).object;
  const rootIssuer = (root.spec as Spec).issuerRef;
  expect(root.metadata.namespace).toBe(clusterIssuerNamespace);
  expect((root.spec as Spec).isCA).toBe(true);
  expect(signing.spec).toEqual({ ca: { secretName: (root.spec as Spec).secretName } });
  const waves = [platform.get(rootIssuer.kind, rootIssuer.name).object, root, signing].map(({ metadata }) =>
    Number(metadata.annotations?.['argocd.argoproj.io/sync-wave']),
  );
  expect(waves).toEqual([...waves].sort((a, b) => a - b));
  expect(new Set(waves).size).toBe(3);
});
