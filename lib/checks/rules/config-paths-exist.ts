import type { Manifest } from '../../contracts';
import { pointer } from '../json-pointer';
import type { Manifests } from '../manifests';
import type { MountedFiles } from '../mounted-files';
import { mountedFiles } from '../mounted-files';
import { containersOf, podKinds, podTemplateOf } from '../pods';
import type { Finding, Rule } from '../rule';

/** A mounted configuration that names a file below another mount names one that is there. */
export const configPathsExist: Rule = {
  id: 'config-paths-exist',
  why: 'A server whose configuration names a certificate or password file that is not mounted does not start.',
  kinds: podKinds,
  check: (manifest, all) => {
    const { namespace } = manifest.object.metadata;
    const mounts = containersOf(manifest)
      .flatMap((placed) => mountedFiles(placed, namespace, all))
      .filter(({ mountPath, files }) => mountPath !== '' && files !== 'any');
    if (mounts.length === 0) return [];
    return configMapsOf(manifest, all).flatMap((configMap) =>
      Object.entries((configMap.object.data ?? {}) as Readonly<Record<string, string>>).flatMap(([key, text]) =>
        missingIn(text, mounts).map((got): Finding => {
          const at = pointer('data', key);
          return {
            at,
            got,
            expected: `a file that pods of '${manifest.object.metadata.name}' mount there`,
            of: configMap,
          };
        }),
      ),
    );
  },
};

function configMapsOf(manifest: Manifest, all: Manifests): readonly Manifest[] {
  const names = (podTemplateOf(manifest)?.spec.volumes ?? []).flatMap(({ configMap }) => configMap?.name ?? []);
  return names.flatMap((name) => all.find('ConfigMap', manifest.object.metadata.namespace, name) ?? []);
}

/** The paths below the mounts that a text names and that none of the mounts there has. */
function missingIn(text: string, mounts: readonly MountedFiles[]): readonly string[] {
  const paths = new Set(
    mounts.flatMap(({ mountPath }) => (text.includes(`${mountPath}/`) ? pathsBelow(mountPath, text) : [])),
  );
  return [...paths].filter((path) => {
    const there = mounts.filter(({ mountPath }) => path.startsWith(`${mountPath}/`));
    return !there.some(({ mountPath, files }) => files !== 'any' && has(files, path.slice(mountPath.length + 1)));
  });
}

/** Whole paths only: one that goes on with a variable or a pattern names no file yet. */
function pathsBelow(mountPath: string, text: string): readonly string[] {
  const found: string[] = [];
  for (let at = text.indexOf(`${mountPath}/`); at >= 0; at = text.indexOf(`${mountPath}/`, at + 1)) {
    const [path = ''] = /^[\w./-]+/.exec(text.slice(at)) ?? [];
    const before = text[at - 1] ?? ' ';
    const after = text[at + path.length] ?? ' ';
    if (!/[\w./-]/.test(before) && !/[$*?{%<[]/.test(after)) found.push(path.replace(/[./]+$/, ''));
  }
  return found.filter((path) => path !== mountPath && !isTested(path, text));
}

/** A script that asks whether the file is there can do without. */
function isTested(path: string, text: string): boolean {
  return ['-e', '-f', '-r', '-s'].some((test) => text.includes(`${test} ${path}`));
}

function has(files: ReadonlySet<string>, relative: string): boolean {
  return files.has(relative) || [...files].some((file) => file.startsWith(`${relative}/`));
}
