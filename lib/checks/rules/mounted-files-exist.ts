import type { Manifests } from '../manifests';
import type { MountedFiles } from '../mounted-files';
import { mountedFiles } from '../mounted-files';
import type { PlacedContainer } from '../pods';
import { containersOf, podKinds } from '../pods';
import type { Finding, Rule } from '../rule';

/** What images bring along and programs are told about. */
const ofTheImage = /^\/(etc\/ssl|etc\/pki|usr|bin|sbin|lib|opt|dev|proc)\//;

/** A path that a variable or argument gives leads to a file that is mounted. */
export const mountedFilesExist: Rule = {
  id: 'mounted-files-exist',
  why: 'A program that is told the wrong path of its password or configuration starts without it, or not at all.',
  kinds: podKinds,
  check: (manifest, all) =>
    containersOf(manifest).flatMap((placed) => missingFiles(placed, manifest.object.metadata.namespace, all)),
};

function missingFiles(placed: PlacedContainer, namespace: string | undefined, all: Manifests): readonly Finding[] {
  const { at, container } = placed;
  const mounts = mountedFiles(placed, namespace, all);
  const told = [
    ...(container.env ?? []).map(({ name = '', value = '' }, index) => ({
      at: `${at}/env/${index}/value`,
      name,
      text: value,
    })),
    ...(['command', 'args'] as const).flatMap((list) =>
      (container[list] ?? []).map((text, index) => ({ at: `${at}/${list}/${index}`, name: '', text })),
    ),
  ];
  return told.flatMap(({ at: place, name, text }) => {
    const [, path] = /^(?:-{0,2}[\w.-]+=)?(\/[\w./-]+)$/.exec(text) ?? [];
    if (path === undefined) return [];
    const mount = mountOf(path, mounts);
    if (!mount) {
      const lost = !ofTheImage.test(path) && (name.endsWith('_FILE') || isMountedBeside(path, placed));
      return lost ? [{ at: place, got: path, expected: 'a path below a mount of the container' }] : [];
    }
    if (contains(mount, path)) return [];
    const known = mount.files === 'any' ? [] : [...mount.files];
    return [{ at: place, got: path, expected: `a file in ${mount.mountPath}: ${known.join(', ') || 'it has none'}` }];
  });
}

/** True for a path of the cluster's content that only another container of the pod mounts. */
function isMountedBeside(path: string, { container, pod }: PlacedContainer): boolean {
  const content = (pod.spec.volumes ?? []).filter(
    ({ configMap, secret, projected }) => configMap ?? secret ?? projected,
  );
  return [...(pod.spec.initContainers ?? []), ...(pod.spec.containers ?? [])]
    .filter((other) => other.name !== container.name)
    .flatMap(({ volumeMounts = [] }) => volumeMounts)
    .some(
      ({ name, mountPath = '' }) => path.startsWith(`${mountPath}/`) && content.some((volume) => volume.name === name),
    );
}

/** The innermost mount that holds the path. */
function mountOf(path: string, mounts: readonly MountedFiles[]): MountedFiles | undefined {
  return mounts
    .filter(({ mountPath }) => path === mountPath || path.startsWith(`${mountPath}/`))
    .sort((a, b) => b.mountPath.length - a.mountPath.length)[0];
}

function contains({ mountPath, files }: MountedFiles, path: string): boolean {
  const relative = path.slice(mountPath.length + 1).replace(/\/$/, '');
  if (files === 'any' || relative === '') return true;
  return [...files].some((file) => file === relative || file.startsWith(`${relative}/`));
}
