import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environments, ReadOptions } from '../../lib/environment';
import { EnvironmentErrors, readEnvironments } from '../../lib/environment';

/** A valid environment that leaves out what may be left out. Its lines are counted by the tables. */
export const smallest = `name: demo
namespacePrefix: demo
domain: demo.example.com
availability: single
cluster:
  region: here
  zones: 1
  apiServer:
    cidrs: [10.96.0.1/32]
exposure:
  type: ingress
  className: traefik
  controllerNamespace: traefik
certificates:
  edge: { kind: Issuer, name: ca }
secrets:
  provider: generated
postgres:
  engine: statefulset
  storage: 2Gi
  resources: { cpu: 100m, memory: 512Mi }
redis:
  mode: standalone
  storage: 1Gi
  resources: { cpu: 50m, memory: 128Mi }
`;

/** A valid catalogue of one image. */
export const oneImage = `images:
  web:
    repository: registry.example.com/team/web
    tag: 1.2.3
    digest: sha256:${'0123456789abcdef'.repeat(4)}
`;

/** Files by name; null is a folder of that name. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>;

/** Runs something in a folder that holds the files, and removes it afterwards. */
export function withFolder<T>(files: Files, run: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'environments-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      if (content === null) mkdirSync(join(folder, name));
      else writeFileSync(join(folder, name), content);
    }
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Reads the files as a folder of environments. */
export function read(files: Files, options?: ReadOptions): Environments {
  return withFolder({ 'images.yaml': oneImage, ...files }, (folder) => readEnvironments(folder, options));
}

/** The lines that the reader reports, without the folder; empty when all is well. */
export function reportOn(files: Files, options?: ReadOptions): readonly string[] {
  return withFolder({ 'images.yaml': oneImage, ...files }, (folder) => {
    try {
      readEnvironments(folder, options);
      return [];
    } catch (error) {
      if (!(error instanceof EnvironmentErrors)) throw error;
      const [, ...lines] = error.message.replaceAll(`${folder}/`, '').replaceAll(folder, '.').split('\n');
      return lines;
    }
  });
}

/** A copy of the text with one part replaced; the part must be there. */
export function edited(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the text holds no '${from}'`);
  return text.replace(from, () => to);
}
