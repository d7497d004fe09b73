import type { JSONSchema } from 'json-schema-to-ts';
import { imageSpelling } from '../../core';
import { label } from './values';

const image = {
  type: 'object',
  description: 'One image, fixed by digest.',
  additionalProperties: false,
  required: ['repository', 'tag', 'digest'],
  properties: {
    repository: {
      type: 'string',
      title: 'a registry and a repository in small letters',
      maxLength: 255,
      pattern: imageSpelling.repository.source,
      description: 'Registry and repository. The registry is always named, so that no node chooses one.',
      examples: ['docker.io/library/postgres'],
    },
    tag: {
      type: 'string',
      title: "a tag other than 'latest'",
      pattern: imageSpelling.tag.source,
      description: 'The tag, for people and robots. What runs is the digest.',
      examples: ['15.19-bookworm'],
    },
    digest: {
      type: 'string',
      title: 'sha256: and 64 hexadecimal digits',
      pattern: imageSpelling.digest.source,
      description: "The digest of the tag's index, which is good for every architecture.",
    },
    note: { type: 'string', maxLength: 300, description: 'What the next person who changes the entry should know.' },
  },
} as const satisfies JSONSchema;

/** The catalogue of images. */
export const imagesSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Images',
  type: 'object',
  description: 'Every image that may run, by the name that services know it under.',
  additionalProperties: false,
  required: ['images'],
  properties: {
    images: {
      type: 'object',
      description: 'The images, by name.',
      minProperties: 1,
      propertyNames: label,
      additionalProperties: image,
    },
  },
} as const satisfies JSONSchema;
