import { synthesize, writeTree } from '../../lib/synthesis';
import { classesPlatform } from '../classes-platform';
import { runCase } from '../run-case';

/** Generated classes, built and written by this project, without checks. */
runCase((components, outdir) => {
  const files = synthesize([classesPlatform(components)], () => undefined);
  writeTree(outdir, files);
  return { objects: files.size - 1 };
});
