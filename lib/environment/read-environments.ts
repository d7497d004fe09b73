import { basename, join } from 'node:path';
import type { ImageEntry } from '../core';
import { Images } from '../core';
import type { Environment } from './environment';
import { EnvironmentErrors } from './environment-errors';
import { catalogueName, listEnvironmentFiles } from './environment-files';
import { environmentRules } from './rules';
import type { Problem } from './problem';
import type { PlacedEnvironment } from './rules/across-files';
import { problemsAcross } from './rules/across-files';
import { oneDigestPerTag } from './rules/images';
import type { UnderstoodFile } from './understood-file';
import { readFile } from './understood-file';
import { validators } from './validator';

/** All environments, and the images that they share. */
export interface Environments {
  /** By the name of their files. */
  readonly environments: readonly Environment[];
  readonly images: Images;
}

/** What the reader cannot know by itself. */
export interface ReadOptions {
  /**
   * The services that exist; settings of any other are a mistake.
   * @default - the names under `services` are not judged
   */
  readonly services?: readonly string[];
}

/**
 * Reads every environment of a folder, and its catalogue of images, with the
 * defaults filled in.
 *
 * @throws EnvironmentErrors with every mistake of every file, each with its place and the way out
 */
export function readEnvironments(directory: string, { services }: ReadOptions = {}): Environments {
  const validate = validators();
  const listing = listEnvironmentFiles(directory);
  if (!listing.files) throw new EnvironmentErrors(listing.problems);
  const files = listing.files.map((file) => readFile(file, validate.environment));
  const environments = files.flatMap(({ understood }) => (understood ? [placed(understood)] : []));
  const cataloguePath = join(directory, catalogueName);
  const catalogue = readFile(cataloguePath, validate.images);
  const problems = [
    ...listing.problems,
    ...[...files, catalogue].flatMap((file) => file.problems),
    ...environments.flatMap((environment) => problemsWithin(environment, services)),
    ...problemsAcross(environments),
  ];
  const entries = catalogue.understood && validEntries(catalogue.understood);
  if (catalogue.understood && entries) problems.push(...oneDigestPerTag(entries).map(catalogue.understood.problemOf));
  if (problems.length > 0 || !entries) throw new EnvironmentErrors(problems);
  return {
    environments: environments.map(({ environment }) => environment),
    images: new Images(cataloguePath, entries),
  };
}

/** The types hold only for the parts in which the schema found nothing wrong; nobody reads the others. */
function placed(file: UnderstoodFile): PlacedEnvironment {
  const environment = file.value as Environment;
  const broken = new Set(file.violations.map(([section]) => section));
  return { file, environment, isValid: (section) => section in environment && !broken.has(section) };
}

function validEntries({ value, violations }: UnderstoodFile): Readonly<Record<string, ImageEntry>> | undefined {
  return violations.length === 0
    ? (value as { readonly images: Readonly<Record<string, ImageEntry>> }).images
    : undefined;
}

function problemsWithin(
  { file, environment, isValid }: PlacedEnvironment,
  services: ReadOptions['services'],
): readonly Problem[] {
  const context = { stem: basename(file.source.file, '.yaml'), services };
  return environmentRules
    .filter(({ reads }) => reads.every(isValid))
    .flatMap(({ check }) => check(environment, context))
    .map(file.problemOf);
}
