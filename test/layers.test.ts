import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const seconds = 1000;
const configuration = '.dependency-cruiser.cjs';
const cruised = ['main.ts', 'charts', 'lib', 'imports'];

/** Which room may import which: the house as ARCHITECTURE.md draws it. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'lib/contracts': [],
  'lib/core': ['lib/contracts'],
  'lib/environment': ['lib/contracts', 'lib/core'],
  'lib/synthesis': ['lib/contracts', 'lib/core'],
  'lib/security': ['lib/contracts', 'lib/core', 'imports'],
  'lib/workloads': ['lib/contracts', 'lib/core', 'lib/security', 'imports'],
  'lib/web': ['lib/contracts', 'lib/core', 'lib/security', 'lib/workloads', 'imports'],
  'lib/app': ['lib/contracts', 'lib/core', 'lib/security', 'lib/workloads', 'imports'],
  'lib/data': ['lib/contracts', 'lib/core', 'lib/security', 'lib/workloads', 'imports'],
  'lib/checks': ['lib/contracts', 'lib/core'],
  imports: [],
};
const rooms = Object.keys(allowed);
/** What stands on the rooms, and what no room may know. */
const outside = ['charts/chart', 'main', 'test/a-test', 'scripts/script'];

interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

describe('the project', () => {
  let cruise: Cruise;
  beforeAll(() => {
    cruise = cruiseIn('.');
  }, 60 * seconds);

  test('breaks no layer', () => {
    expect(cruise.summary.violations).toEqual([]);
  });

  test('was looked at as a whole', () => {
    const seen = new Set(cruise.modules.map(({ source }) => source));
    const files = ['charts', 'lib'].flatMap(sourcesIn);
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => !seen.has(file))).toEqual([]);
  });

  test('has no room that the table here does not name', () => {
    const folders = readdirSync('lib', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => `lib/${name}`).filter((room) => !rooms.includes(room))).toEqual([]);
  });
});

describe('a house with every import planted that one can think of', () => {
  let found: readonly string[];
  const planted: Record<string, string> = {};
  for (const room of rooms) {
    planted[`${room}/room.ts`] = 'export const room = 1;\n';
    for (const other of rooms.filter((name) => name !== room))
      plant(planted, room, `to-${slug(other)}`, `${other}/room`);
    for (const file of outside) plant(planted, room, `to-${slug(file)}`, file);
  }
  for (const file of outside) planted[`${file}.ts`] = 'export const room = 1;\n';
  plant(planted, 'charts', 'to-lib', 'lib/web/room');
  plant(planted, 'charts', 'to-test', 'test/a-test');
  plant(planted, 'lib/new-room', 'to-core', 'lib/core/room');
  plant(planted, 'lib/web', 'to-nowhere', 'lib/web/nowhere');
  planted['lib/core/reads.ts'] = "import 'node:fs';\n";
  planted['lib/data/runs.ts'] = "import 'child_process';\n";
  planted['lib/synthesis/writes.ts'] = "import 'node:fs';\n";
  planted['lib/app/one.ts'] = "import './two';\n";
  planted['lib/app/two.ts'] = "import './one';\n";
  planted['imports/data.schema.json'] = '{}\n';
  planted['lib/checks/schema.ts'] =
    "import data from '../../imports/data.schema.json';\nexport const schema: object = data;\n";
  planted['lib/checks/typed.ts'] = "import type { room } from '../../imports/room';\nexport type Room = typeof room;\n";

  beforeAll(() => {
    const house = mkdtempSync(join(tmpdir(), 'layers-'));
    try {
      for (const [file, text] of Object.entries(planted)) {
        mkdirSync(join(house, dirname(file)), { recursive: true });
        writeFileSync(join(house, file), text);
      }
      for (const file of [configuration, 'tsconfig.json', 'package.json']) copyFileSync(file, join(house, file));
      symlinkSync(resolve('node_modules'), join(house, 'node_modules'));
      found = cruiseIn(house).summary.violations.map(({ from, to }) => `${from} → ${to}`);
    } finally {
      rmSync(house, { recursive: true });
    }
  }, 60 * seconds);

  test.each(rooms)('%s imports what it may, and nothing else', (room) => {
    const forbidden = rooms.filter((other) => other !== room && !(allowed[room] ?? []).includes(other));
    const expected = [
      ...forbidden.map((other) => `${room}/to-${slug(other)}.ts → ${other}/room.ts`),
      ...outside.map((file) => `${room}/to-${slug(file)}.ts → ${file}.ts`),
    ];
    expect(found.filter((text) => text.startsWith(`${room}/to-`) && !text.includes('nowhere')).sort()).toEqual(
      expected.sort(),
    );
  });

  test('charts may import all of lib, but no test', () => {
    expect(found.filter((text) => text.startsWith('charts/'))).toEqual(['charts/to-test.ts → test/a-test.ts']);
  });

  test('a new room has no right before it is given one', () => {
    expect(found).toContain('lib/new-room/to-core.ts → lib/core/room.ts');
  });

  test('only lib/environment and lib/synthesis touch the world outside', () => {
    expect(found.filter((text) => /reads|runs|writes/.test(text)).sort()).toEqual([
      'lib/core/reads.ts → fs',
      'lib/data/runs.ts → child_process',
    ]);
  });

  test('checks may take types and schemas, but no code, from imports', () => {
    expect(found.filter((text) => /lib\/checks\/(schema|typed)/.test(text))).toEqual([]);
    expect(found).toContain('lib/checks/to-imports.ts → imports/room.ts');
  });

  test('no import in a circle, none to nowhere', () => {
    expect(found.filter((text) => text.startsWith('lib/app/two') || text.startsWith('lib/app/one'))).not.toEqual([]);
    expect(found.filter((text) => text.startsWith('lib/web/to-nowhere'))).toHaveLength(1);
  });
});

function plant(files: Record<string, string>, room: string, name: string, target: string): void {
  const up = room
    .split('/')
    .map(() => '..')
    .join('/');
  files[`${room}/${name}.ts`] = `import '${up}/${target}';\n`;
}

function slug(room: string): string {
  return room.replaceAll('/', '-');
}

function cruiseIn(folder: string): Cruise {
  const cli = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const parts = [cli, '--config', configuration, '--output-type', 'json', ...cruised];
  const output = execFileSync(process.execPath, parts, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: 'pipe',
  });
  return JSON.parse(output) as Cruise;
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));
}
