import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const loader = join(__dirname, '..', '..', 'scripts', 'typescript.cjs');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drydock-typescript-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function run(source: string): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  writeFileSync(join(folder, 'main.ts'), source);
  return spawnSync(process.execPath, ['--require', loader, 'main.ts'], { cwd: folder, encoding: 'utf8' });
}

test('runs a program of several files, types, JSON and default imports included', () => {
  writeFileSync(join(folder, 'data.json'), '{"answer": 42}');
  writeFileSync(
    join(folder, 'part.ts'),
    'export default class Part { constructor(public readonly name: string) {} }\n',
  );
  const { stdout, stderr } = run(
    `import type { X } from './nowhere';
     import { join } from 'node:path';
     import data from './data.json';
     import Part from './part';
     console.log(new Part('a').name as unknown as X, data.answer satisfies number, typeof join, __filename.endsWith('main.ts'));`,
  );
  expect(stderr).toBe('');
  expect(stdout).toBe('a 42 function true\n');
});

test('runs what the file holds now, not what it held before', () => {
  const unique = `${process.pid} ${Date.now()}`;
  for (const word of ['one', 'two', 'one']) {
    expect(run(`const word: string = '${word}'; console.log(word); // ${unique}`).stdout).toBe(`${word}\n`);
  }
});

test('a file that is no TypeScript is named', () => {
  const { status, stderr } = run('const = 1;');
  expect(status).toBe(1);
  expect(stderr).toContain('main.ts:1:');
});
