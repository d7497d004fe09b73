/**
 * The direction of imports. Each room may import only what its line names;
 * everything else is forbidden, so a new room starts with no right at all.
 */
const rooms = {
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
  charts: ['lib', 'imports'],
};

const escaped = (path) => path.replace(/[/.]/g, '\\$&');

const layers = Object.entries(rooms).map(([room, allowed]) => ({
  name: `${room}-imports`,
  comment: `${room} may import: ${allowed.join(', ') || 'nothing of ours'}`,
  severity: 'error',
  from: { path: `^${escaped(room)}/` },
  to: {
    path: '^(main\\.ts|charts/|lib/|imports/|test/|bench/|e2e/|scripts/)',
    pathNot: [room, ...allowed].map((path) => `^${escaped(path)}/`),
  },
}));

/** What reads or writes the world outside stays in the rooms made for it. */
const pure = {
  name: 'lib-is-pure',
  comment: 'Only lib/environment reads files and only lib/synthesis writes them; the rest of lib is a function of its input.',
  severity: 'error',
  from: { path: '^(lib|charts)/', pathNot: '^lib/(environment|synthesis)/' },
  to: { path: '^(node:)?(fs|fs/promises|child_process|http|https|net|os|process)$', dependencyTypes: ['core'] },
};

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: { pathNot: '^imports/' }, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    pure,
    ...layers,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.cjs', '.mjs', '.json'] },
  },
};
