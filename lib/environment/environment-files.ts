import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from './problem';
import { unreadable } from './read-text';

/** The catalogue; every other `.yaml` of the folder is an environment. */
export const catalogueName = 'images.yaml';

/** The environment files of a folder, in an order that no locale changes. */
export function listEnvironmentFiles(directory: string): {
  /** Undefined when the folder cannot be read. */
  readonly files: readonly string[] | undefined;
  readonly problems: readonly Problem[];
} {
  let names: readonly string[];
  try {
    names = readdirSync(directory);
  } catch (error) {
    return { files: undefined, problems: [unreadable(directory, error)] };
  }
  // Editors keep their own files, which start with a dot, beside the one that is open.
  const visible = names.filter((name) => !name.startsWith('.')).sort();
  const files = visible.filter((name) => name.endsWith('.yaml') && name !== catalogueName);
  const misspelled = visible.filter((name) => /\.(?:yml|ya?ml)$/i.test(name) && !name.endsWith('.yaml'));
  const problems = misspelled.map((name) =>
    problem(
      join(directory, name),
      `a file that ends in ${name.slice(name.lastIndexOf('.'))}`,
      'the ending .yaml',
      'rename it',
    ),
  );
  if (files.length === 0 && misspelled.length === 0) {
    const fix = 'copy one from the project, or start from the schema beside it';
    problems.push(problem(directory, 'no environment', 'at least one file <name>.yaml', fix));
  }
  return { files: files.map((name) => join(directory, name)), problems };
}

function problem(file: string, found: string, expected: string, fix: string): Problem {
  return { file, line: 1, column: 1, path: [], found, expected, fix };
}
