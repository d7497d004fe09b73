import { environments, readDist } from './harness/dist';
import { run } from './harness/program';

/** Every shell script of every ConfigMap, by where it stands; the same text once. */
function scripts(): ReadonlyMap<string, string> {
  const byText = new Map<string, string>();
  for (const environment of environments()) {
    for (const { metadata, data } of readDist(environment).all('ConfigMap')) {
      for (const [file, text] of Object.entries(data)) {
        if (file.endsWith('.sh') || text.startsWith('#!')) byText.set(text, `${environment}/${metadata.name}/${file}`);
      }
    }
  }
  return new Map([...byText].map(([text, at]) => [at, text]));
}

describe('shell scripts in dist', () => {
  test('there are some', () => {
    expect(scripts().size).toBeGreaterThan(0);
  });

  test.each([...scripts()])('%s: shellcheck finds nothing', async (_, text) => {
    expect(await run(['shellcheck', '-'], text)).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test.each([...scripts()])('%s: stops at the first error', (_, text) => {
    expect(text).toMatch(/^set -eu/m);
  });
});
