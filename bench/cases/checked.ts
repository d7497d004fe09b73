import { objectionsTo } from '../../lib/checks';
import { synthesize, writeTree } from '../../lib/synthesis';
import { constructsPlatform } from '../constructs-platform';
import { runCase } from '../run-case';

/** Our own constructs, built, judged by every rule, and written. */
runCase((components, outdir) => {
  let checks = 0;
  const files = synthesize([constructsPlatform(components)], (manifests, intents) => {
    const started = performance.now();
    const objection = objectionsTo(manifests, intents);
    checks += performance.now() - started;
    return objection;
  });
  writeTree(outdir, files);
  return { objects: files.size - 1, checks };
});
