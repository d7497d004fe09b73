import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { customResourceSchema } from './custom-resource-schema';
import { kubernetesSchema } from './kubernetes-schema';
import { schemaFile } from './schema-file';

/** Where the curated CustomResourceDefinitions are. */
export const definitionsFolder = 'imports/crds';

/** The schema documents, by file name. */
export function schemaFiles(): Readonly<Record<string, string>> {
  return {
    'kubernetes-1.27.schema.json': schemaFile(kubernetesSchema()),
    'custom-resources.schema.json': schemaFile(customResourceSchema(definitionsFolder)),
  };
}

/** Curated definitions that cdk8s.yaml does not list, so no class would be generated for them. */
export function unlistedDefinitions(): readonly string[] {
  const { imports } = parse(readFileSync('cdk8s.yaml', 'utf8')) as { readonly imports: readonly string[] };
  return readdirSync(definitionsFolder)
    .map((file) => `${definitionsFolder}/${file}`)
    .filter((file) => !imports.includes(file));
}

/** Writes the typed classes of every custom resource into a folder: `cdk8s import`, without the network. */
export function generateClasses(folder: string): void {
  const cli = join('node_modules', 'cdk8s-cli', 'bin', 'cdk8s');
  execFileSync(process.execPath, [cli, 'import', '--output', folder], {
    // Looking for an upgrade needs the network and would change nothing that is written.
    env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false' },
    stdio: 'pipe',
  });
}
