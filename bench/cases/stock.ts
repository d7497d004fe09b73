import { App, YamlOutputType } from 'cdk8s';
import { readdirSync } from 'node:fs';
import { classesPlatform } from '../classes-platform';
import { runCase } from '../run-case';

/** The same classes, built and written by cdk8s as it is, into as many files. */
runCase((components, outdir) => {
  const root = new App({ outdir, yamlOutputType: YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE });
  classesPlatform(components, root);
  root.synth();
  return {
    objects: readdirSync(outdir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length,
  };
});
