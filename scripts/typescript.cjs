/**
 * Runs TypeScript: `node --require ./scripts/typescript.cjs main.ts`.
 *
 * Every file of ours is compiled once – types are dropped, not checked, which
 * `npm test` does – and kept by the hash of its content. Packages are left to
 * Node: a general loader also searches each of their files for module syntax
 * and source maps, and that takes as long as the synthesis itself.
 */
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const process = require('node:process');
const { version } = require('@swc/core/package.json');

const options = { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } };
const cache = join(module.path, '..', 'node_modules', '.cache', 'typescript');
const salt = `${version} ${JSON.stringify(options)}`;

Module._extensions['.ts'] = (module, filename) => {
  module._compile(compiled(readFileSync(filename, 'utf8'), filename), filename);
};

function compiled(source, filename) {
  const kept = join(cache, `${createHash('sha256').update(salt).update(source).digest('hex')}.js`);
  try {
    return readFileSync(kept, 'utf8');
  } catch {
    const { code } = require('@swc/core').transformSync(source, { ...options, filename });
    keep(kept, code);
    return code;
  }
}

/** Another process may be reading or writing the same file, or the folder may be closed to us. */
function keep(file, code) {
  try {
    mkdirSync(cache, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, code);
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // Then the next run compiles again.
  }
}
