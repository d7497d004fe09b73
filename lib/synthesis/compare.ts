const fix = 'npm run synth, and commit what it changes';
const maxShown = 120;

/**
 * What a folder holds that synthesis does not write, or the other way around:
 * one text for every file that is missing, stale or changed. Empty when the
 * two are the same to the byte.
 */
export function compareTrees(
  folder: string,
  expected: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
): readonly string[] {
  const paths = [...new Set([...expected.keys(), ...found.keys()])].sort();
  return paths.flatMap((path) => difference(`${folder}/${path}`, expected.get(path), found.get(path)) ?? []);
}

function difference(path: string, expected: string | undefined, found: string | undefined): string | undefined {
  if (expected === found) return undefined;
  if (expected === undefined)
    return [`${path}: is stale: nothing makes this file any more`, `    fix       ${fix}`].join('\n');
  if (found === undefined) return [`${path}: is missing`, `    fix       ${fix}`].join('\n');
  const expectedLines = expected.split('\n');
  const foundLines = found.split('\n');
  const index = expectedLines.findIndex((line, at) => line !== foundLines[at]);
  const at = index === -1 ? expectedLines.length : index;
  return [
    `${path}:${at + 1}: is not what synth writes`,
    `    got       ${shown(foundLines[at])}`,
    `    expected  ${shown(expectedLines[at])}`,
    `    fix       ${fix}`,
  ].join('\n');
}

function shown(line: string | undefined): string {
  if (line === undefined) return 'the end of the file';
  return line.length > maxShown ? `${line.slice(0, maxShown)}…` : line;
}
