import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTree } from '../../lib/synthesis';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drydock-read-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('every file is there by its path, whatever its name, to the byte', () => {
  mkdirSync(join(folder, 'b', 'c'), { recursive: true });
  writeFileSync(join(folder, 'b', 'c', 'd.yaml'), 'é\r\n');
  writeFileSync(join(folder, 'b', '.hidden'), '\ufeffx');
  writeFileSync(join(folder, 'a.json'), '');
  expect([...readTree(folder)]).toEqual([
    ['a.json', ''],
    ['b/.hidden', '\ufeffx'],
    ['b/c/d.yaml', 'é\r\n'],
  ]);
});

test('fails for bytes that are no UTF-8, by name', () => {
  writeFileSync(join(folder, 'a.yaml'), Buffer.from([0x61, 0xff]));
  expect(() => readTree(folder)).toThrow(/^a\.yaml: holds bytes/);
});

test('fails for a link, by name', () => {
  symlinkSync('/', join(folder, 'root'));
  expect(() => readTree(folder)).toThrow(/^root: is neither/);
});
