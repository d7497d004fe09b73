import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPlatform } from '../../charts/platform';
import { containersOf } from '../../lib/checks/pods';
import type { Manifest } from '../../lib/contracts';
import { readEnvironments } from '../../lib/environment';
import { render } from '../../lib/synthesis';

const project = join(__dirname, '..', '..');
const { environments, images } = readEnvironments(join(project, 'environments'));
const names = environments.map(({ name }) => name);
const manifestsOf = (name: string, calledBy = name): readonly Manifest[] => {
  const environment = environments.find((candidate) => candidate.name === name);
  if (!environment) throw new Error(`there is no environment '${name}'`);
  return render(createPlatform({ ...environment, name: calledBy }, images).root);
};

function* sourcesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(join(project, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sourcesIn(path);
    else if (path.endsWith('.ts')) yield path;
  }
}

/** One line for an object that runs something, short enough to be read in a review. */
function inventoryLine(manifest: Manifest): string | undefined {
  const { kind, metadata, spec } = manifest.object;
  const containers = containersOf(manifest);
  if (containers.length === 0) return undefined;
  const { replicas } = spec as { replicas?: number };
  const described = containers.map(({ container: { name, image, resources }, init }) => {
    const repository = String(image).split('@')[0];
    return `${init ? 'init ' : ''}${String(name)} ${String(repository)} ${JSON.stringify(resources?.requests ?? {})}`;
  });
  return `${kind} ${String(metadata.namespace)}/${metadata.name} × ${String(replicas ?? 'scaled')}: ${described.join('; ')}`;
}

describe('environments', () => {
  test('differ by values only: none of their names stands in the code', () => {
    const quoted = new RegExp(`['"\`](${names.join('|')})['"\`]`);
    const sources = [...sourcesIn('lib'), ...sourcesIn('charts')];
    expect(sources.length).toBeGreaterThan(50);
    const lines = sources.flatMap((path) => readFileSync(join(project, path), 'utf8').split('\n'));
    // An example in the schema is shown to editors; nothing is decided by it.
    expect(lines.filter((line) => quoted.test(line) && !line.trim().startsWith('examples:'))).toEqual([]);
  });

  test.each(names)('%s yields the same objects under another name', (name) => {
    expect(manifestsOf(name, 'anything').map(({ object }) => object)).toEqual(
      manifestsOf(name).map(({ object }) => object),
    );
  });

  test.each(names)('%s runs', (name) => {
    const lines = manifestsOf(name).map(inventoryLine);
    expect(lines.filter((line) => line !== undefined)).toMatchSnapshot();
  });
});
