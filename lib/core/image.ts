import { DescriptionError } from './errors';

/** An image as `environments/images.yaml` writes it. */
export interface ImageEntry {
  /** Registry and repository. */
  readonly repository: string;
  readonly tag: string;
  /** What the tag pointed to when it was pinned: the index, good for every architecture. */
  readonly digest: string;
  /** What the next person who changes the entry should know. */
  readonly note?: string;
}

/** How each part of an image's reference is spelled; the registry is always named. */
export const imageSpelling = {
  repository: /^(?:[a-z0-9-]+\.)+[a-z0-9-]+(?::[0-9]{1,5})?(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)+$/,
  tag: /^(?!latest$)[A-Za-z0-9_][-.A-Za-z0-9_]{0,127}$/,
  digest: /^sha256:[0-9a-f]{64}$/,
} as const;

let pin: (name: string, entry: ImageEntry) => Image;

/**
 * A container image, fixed by digest: what runs is what was tested, whatever
 * happens to the tag. Only the catalogue makes one, so no other place can name
 * an image.
 */
export class Image {
  private constructor(private readonly entry: ImageEntry) {}

  static {
    pin = (name, entry) => {
      for (const part of ['repository', 'tag', 'digest'] as const) {
        if (!imageSpelling[part].test(entry[part])) {
          throw new DescriptionError(
            `image '${name}': the ${part} '${entry[part]}' cannot be used; expected the spelling ${imageSpelling[part].source}`,
          );
        }
      }
      return new Image(entry);
    };
  }

  public get repository(): string {
    return this.entry.repository;
  }

  public get tag(): string {
    return this.entry.tag;
  }

  public get digest(): string {
    return this.entry.digest;
  }

  /** For a pod: the tag for people, the digest for the node. */
  public get reference(): string {
    return `${this.repository}:${this.tag}@${this.digest}`;
  }

  public toString(): string {
    return this.reference;
  }
}

/** The catalogue: every image that may run, by the name that services know it under. */
export class Images {
  private readonly byName: ReadonlyMap<string, Image>;

  /**
   * @param file where the catalogue stands, for error messages
   * @throws when an entry is not spelled as a pinned image
   */
  constructor(
    private readonly file: string,
    entries: Readonly<Record<string, ImageEntry>>,
  ) {
    this.byName = new Map(Object.entries(entries).map(([name, entry]) => [name, pin(name, entry)]));
  }

  /** The names, in the order of the catalogue. */
  public get names(): readonly string[] {
    return [...this.byName.keys()];
  }

  /** @throws when the catalogue has no such name */
  public get(name: string): Image {
    const image = this.byName.get(name);
    if (image) return image;
    throw new DescriptionError(
      `there is no image '${name}'; expected one of ${this.names.join(', ')}; add its repository, tag and digest to ${this.file} under 'images'`,
    );
  }
}
