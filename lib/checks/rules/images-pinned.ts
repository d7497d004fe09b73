import { imagesOf } from '../images';
import { podKinds } from '../pods';
import type { Rule } from '../rule';

/** A part of a name is a host only when it has a dot or a port; without one, each node's own default decides. */
const host = String.raw`(?:[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?|[a-z0-9-]+:\d+)`;
const path = String.raw`(?:/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)+`;
const pinned = new RegExp(String.raw`^${host}${path}:\w[\w.-]{0,127}@sha256:[a-f0-9]{64}$`);

/** Every image is named with its registry, its tag and its digest. */
export const imagesPinned: Rule = {
  id: 'images-pinned',
  why: 'A tag can be moved: what was tested and scanned is what its digest names.',
  aliases: ['C-0306', 'CKV_K8S_43', 'CKV_K8S_14', 'tagNotSpecified', 'container-image-tag', 'KSV-0013'],
  kinds: [...podKinds, 'Cluster'],
  check: (manifest) =>
    imagesOf(manifest)
      .filter(({ image }) => !pinned.test(image))
      .map(({ at, image }) => ({ at, got: image, expected: 'registry/repository:tag@sha256:<64 hexadecimal digits>' })),
};
