import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { edited, oneImage, smallest, withFolder } from './environment-folder';

const index = resolve('lib/environment/index.ts');
const program = `
  const { readEnvironments } = require(${JSON.stringify(index)});
  try { console.log(JSON.stringify(readEnvironments('.').environments)); } catch (error) { console.log(error.message); }
`;

/** What a process in that place of the world says about the files. */
function saidIn(locale: string, zone: string, files: Readonly<Record<string, string>>): string {
  return withFolder({ 'images.yaml': oneImage, ...files }, (cwd) =>
    execFileSync(process.execPath, ['--require', require.resolve('tsx/cjs'), '--eval', program], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, LANG: locale, LC_ALL: locale, TZ: zone },
    }),
  );
}

const broken = {
  // The Turkish capital of i is no I, and Swedish sorts ä behind z.
  'INDIGO.yaml': edited(smallest, 'availability: single', 'availability: XIMGLE'),
  'indigo.yaml': edited(smallest, 'type: ingress', 'type: INGRESS'),
  'zebra.yaml': edited(smallest, 'storage: 1Gi', 'storage: 1gI'),
  'ähre.yaml': edited(smallest, 'zones: 1', 'zones: 1234567'),
};

test.each([
  ['good files', { 'demo.yaml': smallest }],
  ['broken files', broken],
])('%s read the same everywhere', (_, files) => {
  const here = saidIn('C', 'UTC', files);
  expect(here).toContain(files === broken ? 'ähre.yaml' : '"name":"demo"');
  expect(saidIn('tr_TR.UTF-8', 'Asia/Kathmandu', files)).toBe(here);
});
