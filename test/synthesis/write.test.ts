import { spawnSync } from 'node:child_process';
import type * as fs from 'node:fs';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outputFolder, readTree, writeTree } from '../../lib/synthesis';
import { generatedMark } from '../../lib/synthesis/index-page';

jest.mock('node:fs', () => {
  const actual = jest.requireActual<typeof fs>('node:fs');
  return { ...actual, renameSync: jest.fn(actual.renameSync) };
});

let parent: string;
let dist: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'drydock-write-'));
  dist = join(parent, 'dist');
});
afterEach(() => {
  rmSync(parent, { recursive: true });
});

const tree = (files: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries({ 'README.md': `${generatedMark}\n`, ...files }));
const first = tree({ 'staging/web/service-edge.yaml': 'old\n', 'staging/web/service-gone.yaml': 'gone\n' });
const second = tree({ 'staging/web/service-edge.yaml': 'new – ü\n', 'staging/data/role-a.yaml': '' });
/** The id of a process that was, and is no more. */
const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid;

test('writes where nothing is, folders above included', () => {
  const deep = join(parent, 'a', 'b', 'dist');
  writeTree(deep, first);
  expect(readTree(deep)).toEqual(new Map([...first].sort()));
});

test('replaces an earlier tree, stale files included, and leaves nothing beside it', () => {
  writeTree(dist, first);
  writeTree(dist, second);
  expect(readTree(dist)).toEqual(new Map([...second].sort()));
  expect(readdirSync(parent)).toEqual(['dist']);
});

test('fills an empty folder', () => {
  mkdirSync(dist);
  writeTree(dist, first);
  expect(readTree(dist)).toEqual(new Map([...first].sort()));
});

test.each(['../escape.yaml', '/absolute.yaml', 'a//b.yaml', 'a/./b.yaml', 'a\\..\\b.yaml'])(
  'a run that fails, here for the path %s, leaves the old tree and nothing else',
  (path) => {
    writeTree(dist, first);
    expect(() => {
      writeTree(dist, tree({ 'staging/web/a.yaml': '', [path]: '' }));
    }).toThrow(path);
    expect(readTree(dist)).toEqual(new Map([...first].sort()));
    expect(readdirSync(parent)).toEqual(['dist']);
  },
);

test('a run that cannot take the place of the old tree gives it back', () => {
  writeTree(dist, first);
  const rename = jest.mocked(renameSync);
  const { renameSync: actual } = jest.requireActual<typeof fs>('node:fs');
  rename.mockImplementationOnce(actual).mockImplementationOnce(() => {
    throw new Error('the disk is gone');
  });
  expect(() => {
    writeTree(dist, second);
  }).toThrow('the disk is gone');
  expect(readTree(dist)).toEqual(new Map([...first].sort()));
  expect(readdirSync(parent)).toEqual(['dist']);
});

test('a folder that we have not written is refused, and stays', () => {
  mkdirSync(dist);
  writeFileSync(join(dist, 'notes.txt'), 'mine');
  expect(() => {
    writeTree(dist, first);
  }).toThrow(/holds 'notes\.txt' and has no README\.md of ours/);
  writeFileSync(join(dist, 'README.md'), '# Mine\n');
  expect(() => {
    writeTree(dist, first);
  }).toThrow('cannot be replaced');
  expect(readdirSync(dist)).toEqual(['README.md', 'notes.txt']);
});

test('a file in the place of the folder is refused', () => {
  writeFileSync(dist, 'mine');
  expect(() => {
    writeTree(dist, first);
  }).toThrow('is neither a folder nor a link to one');
  expect(lstatSync(dist).isFile()).toBe(true);
});

describe('links', () => {
  test('a link to a folder stays, and what it leads to is replaced', () => {
    const real = join(parent, 'real');
    writeTree(real, first);
    symlinkSync(real, dist);
    writeTree(dist, second);
    expect(lstatSync(dist).isSymbolicLink()).toBe(true);
    expect(readTree(real)).toEqual(new Map([...second].sort()));
  });

  test('a link to nothing is refused', () => {
    symlinkSync(join(parent, 'nowhere'), dist);
    expect(() => {
      writeTree(dist, first);
    }).toThrow('is neither a folder nor a link to one');
  });

  test('a link inside of the old tree is removed, not followed', () => {
    const outside = join(parent, 'outside');
    mkdirSync(outside);
    writeFileSync(join(outside, 'kept.yaml'), 'kept');
    writeTree(dist, first);
    symlinkSync(outside, join(dist, 'staging', 'linked'));
    writeTree(dist, second);
    expect(readdirSync(outside)).toEqual(['kept.yaml']);
    expect(existsSync(join(dist, 'staging', 'linked'))).toBe(false);
  });
});

describe('leftovers', () => {
  test('of a run that was killed while it wrote go away', () => {
    writeTree(join(parent, `.dist-${deadPid()}`), first);
    writeTree(dist, first);
    expect(readdirSync(parent)).toEqual(['dist']);
  });

  test('of a run with our own id go away', () => {
    mkdirSync(join(parent, `.dist-${process.pid}`));
    writeTree(dist, first);
    expect(readdirSync(parent)).toEqual(['dist']);
  });

  test('of a run that lives, and folders of other names, stay', () => {
    const others = [`.dist-${process.ppid}`, '.dist-notes', `.dust-${deadPid()}`, `dist-${deadPid()}`];
    for (const name of others) mkdirSync(join(parent, name));
    writeTree(dist, first);
    expect(readdirSync(parent)).toEqual([...others, 'dist'].sort());
  });

  test("of another user's run, which may not be asked, stay", () => {
    const other = `.dist-${deadPid()}`;
    mkdirSync(join(parent, other));
    const kill = jest.spyOn(process, 'kill').mockImplementation(() => {
      throw Object.assign(new Error('not permitted'), { code: 'EPERM' });
    });
    writeTree(dist, first);
    kill.mockRestore();
    expect(readdirSync(parent)).toEqual([other, 'dist']);
  });

  test('a tree that was set aside by a killed run comes back, should the next one fail', () => {
    writeTree(join(parent, `.dist-${deadPid()}-old`), first);
    expect(() => {
      writeTree(dist, tree({ '../escape.yaml': '' }));
    }).toThrow('escape');
    expect(readTree(dist)).toEqual(new Map([...first].sort()));
  });
});

test('the output folder is the one that the cdk8s CLI names, else dist', () => {
  const named = process.env.CDK8S_OUTDIR;
  delete process.env.CDK8S_OUTDIR;
  expect(outputFolder()).toBe('dist');
  process.env.CDK8S_OUTDIR = 'elsewhere';
  expect(outputFolder()).toBe('elsewhere');
  if (named === undefined) delete process.env.CDK8S_OUTDIR;
  else process.env.CDK8S_OUTDIR = named;
});
