/** Publishes the schemas of the environment files, from which editors complete and check them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedSchemas } from '../lib/environment';

for (const [name, text] of Object.entries(publishedSchemas())) {
  const file = join('environments', name);
  writeFileSync(file, text);
  console.log(`wrote ${file}`);
}
