import { transformFileSync } from '@swc/core';
import { copyFileSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Compiles parts of the project to JavaScript in another folder, so that what
 * is measured is the program and not the loader of TypeScript.
 */
export function compile(project: string, parts: readonly string[], into: string): void {
  mkdirSync(into, { recursive: true });
  symlinkSync(join(project, 'node_modules'), join(into, 'node_modules'));
  for (const part of parts) {
    for (const path of readdirSync(join(project, part), { recursive: true, encoding: 'utf8' })) {
      compileFile(join(project, part, path), join(into, part, path));
    }
  }
}

function compileFile(source: string, target: string): void {
  if (!/\.(ts|cjs|json)$/.test(source)) return;
  mkdirSync(dirname(target), { recursive: true });
  if (!source.endsWith('.ts')) {
    copyFileSync(source, target);
    return;
  }
  const { code } = transformFileSync(source, {
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  writeFileSync(target.replace(/\.ts$/, '.js'), code);
}
