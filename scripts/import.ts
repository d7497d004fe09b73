/**
 * Writes everything in imports/ that is derived: the typed classes of the custom
 * resources and the JSON Schemas of all kinds. Run it after a change of
 * imports/crds, of cdk8s-cli or of cdk8s-plus-27, and commit what changed.
 */
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateClasses, schemaFiles, unlistedDefinitions } from './generated-imports';

const unlisted = unlistedDefinitions();
if (unlisted.length > 0) throw new Error(`cdk8s.yaml must list under 'imports:' ${unlisted.join(', ')}`);

const fresh = mkdtempSync(join(tmpdir(), 'imports-'));
try {
  generateClasses(fresh);
  for (const stale of readdirSync('imports').filter((file) => file.endsWith('.ts'))) rmSync(join('imports', stale));
  for (const file of readdirSync(fresh)) copyFileSync(join(fresh, file), join('imports', file));
} finally {
  rmSync(fresh, { recursive: true });
}
for (const [file, text] of Object.entries(schemaFiles())) writeFileSync(join('imports', file), text);
