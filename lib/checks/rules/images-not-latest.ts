import { imagesOf } from '../images';
import { podKinds } from '../pods';
import type { Rule } from '../rule';

/** No image is the latest of something. */
export const imagesNotLatest: Rule = {
  id: 'images-not-latest',
  why: 'Nobody can tell from `latest` what runs, what changed, or what to go back to.',
  aliases: ['C-0075', 'latest-tag', 'container-image-tag', 'CKV_K8S_14', 'KSV-0013'],
  kinds: [...podKinds, 'Cluster'],
  check: (manifest) =>
    imagesOf(manifest)
      .filter(({ image }) => /:latest(@|$)/.test(image))
      .map(({ at, image }) => ({ at, got: image, expected: 'the tag of a release' })),
};
