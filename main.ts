import { createPlatform } from './charts/platform';
import { objectionsTo } from './lib/checks';
import { readEnvironments } from './lib/environment';
import { outputFolder, synthesize, writeTree } from './lib/synthesis';

const { environments, images } = readEnvironments('environments');
const platforms = environments.map((environment) => createPlatform(environment, images));
writeTree(outputFolder(), synthesize(platforms, objectionsTo));
