import type { IConstruct } from 'constructs';
import type { Intents, Manifest } from '../contracts';
import { DescriptionError } from '../core';
import { indexChapter, indexFile, indexPage } from './index-page';
import { layOut } from './layout';
import { render } from './render';
import { toYaml } from './yaml';

/** Everything that exists in one environment, before it is rendered. */
export interface Platform {
  /** The environment's name: also the folder of its manifests. */
  readonly environment: string;
  /** The construct tree: the cdk8s App. */
  readonly root: IConstruct;
  readonly intents: Intents;
}

/** Says in words what is wrong with all objects of an environment; undefined when they may be applied. */
export type Judge = (manifests: readonly Manifest[], intents: Intents) => string | undefined;

/**
 * Renders and judges every platform, and gives the text of every file by its
 * path: one file for every object, and an index. Takes one platform after the
 * other, so that a generator need not keep them all in memory.
 * @throws one error with all that is wrong in all environments; then there is nothing to write
 */
export function synthesize(platforms: Iterable<Platform>, judge: Judge): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const chapters: string[] = [];
  const objections: string[] = [];
  for (const platform of platforms) {
    try {
      chapters.push(addFiles(files, platform, judge));
    } catch (error) {
      if (!(error instanceof DescriptionError)) throw error;
      objections.push(`Environment '${platform.environment}' cannot be synthesized.\n\n${error.message}`);
    }
  }
  if (objections.length > 0) throw new DescriptionError(objections.join('\n\n\n'));
  return files.set(indexFile, indexPage(chapters));
}

/** Adds the files of one environment, and returns its chapter of the index. */
function addFiles(files: Map<string, string>, { environment, root, intents }: Platform, judge: Judge): string {
  const manifests = render(root);
  const objection = judge(manifests, intents);
  if (objection !== undefined) throw new DescriptionError(objection);
  for (const [path, manifest] of layOut(environment, manifests)) files.set(path, textOf(manifest));
  return indexChapter(environment, manifests, intents);
}

function textOf({ object, origin }: Manifest): string {
  try {
    return toYaml(object);
  } catch (error) {
    if (!(error instanceof DescriptionError)) throw error;
    throw new DescriptionError(`${origin}: ${error.message}`);
  }
}
