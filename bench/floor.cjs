/**
 * The floor: what nobody can go below who writes these manifests with Node.
 * Reads the finished text of all files from one file, and writes them.
 */
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { dirname } = require('node:path');
const process = require('node:process');

const [bundle, outdir] = process.argv.slice(2);
const text = readFileSync(`${bundle}.text`);
const made = new Set();
let start = 0;
for (const [path, length] of JSON.parse(readFileSync(`${bundle}.json`, 'utf8'))) {
  const file = `${outdir}/${path}`;
  const folder = dirname(file);
  if (!made.has(folder)) {
    mkdirSync(folder, { recursive: true });
    made.add(folder);
  }
  writeFileSync(file, text.subarray(start, start + length));
  start += length;
}
