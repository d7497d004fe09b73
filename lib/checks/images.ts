import type { Manifest } from '../contracts';
import { containersOf } from './pods';
import { specOf } from './specs';

/** An image that an object makes nodes run, and where it is named. */
export interface PlacedImage {
  readonly at: string;
  readonly image: string;
}

/** The images of a workload's containers, or of the pods that an operator makes. */
export function imagesOf(manifest: Manifest): readonly PlacedImage[] {
  const cluster = specOf('Cluster', manifest);
  return [
    ...(cluster ? [{ at: '/spec/imageName', image: cluster.imageName ?? '' }] : []),
    ...containersOf(manifest).map(({ at, container }) => ({ at: `${at}/image`, image: container.image ?? '' })),
  ];
}
