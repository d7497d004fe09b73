import { existsSync } from 'node:fs';
import { createPlatform } from '../charts/platform';
import { objectionsTo } from '../lib/checks';
import { readEnvironments } from '../lib/environment';
import { compareTrees, outputFolder, parseManifests, readTree, synthesize } from '../lib/synthesis';

/** Proves that dist/ is what synth writes, and judges it as it lies on disk. */
const folder = outputFolder();
const { environments, images } = readEnvironments('environments');
const platforms = environments.map((environment) => createPlatform(environment, images));
const found = existsSync(folder) ? readTree(folder) : new Map<string, string>();

const problems = [
  ...compareTrees(folder, synthesize(platforms, objectionsTo), found),
  ...platforms.map(({ environment, intents }) => objectionsTo(parseManifests(environment, found), intents)),
].filter((problem) => problem !== undefined);

if (problems.length > 0) {
  console.error(problems.join('\n\n'));
  process.exitCode = 1;
} else {
  console.log(`${folder}: ${found.size} files are what synth writes, and pass all checks as they lie on disk`);
}
