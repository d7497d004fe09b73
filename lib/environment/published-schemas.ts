import { environmentSchema } from './schema/environment-schema';
import { imagesSchema } from './schema/images-schema';

/** The schemas as files beside the environments, for editors: completion, descriptions, red lines while typing. */
export function publishedSchemas(): Readonly<Record<string, string>> {
  const print = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`;
  return {
    'environment.schema.json': print(environmentSchema),
    'images.schema.json': print(imagesSchema),
  };
}
