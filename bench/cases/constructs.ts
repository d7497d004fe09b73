import { synthesize, writeTree } from '../../lib/synthesis';
import { constructsPlatform } from '../constructs-platform';
import { runCase } from '../run-case';

/** Our own constructs, built and written, without checks. */
runCase((components, outdir) => {
  const files = synthesize([constructsPlatform(components)], () => undefined);
  writeTree(outdir, files);
  return { objects: files.size - 1 };
});
