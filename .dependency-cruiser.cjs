/**
 * The direction of imports. Each room may import only what its line names;
 * everything else is forbidden, also for a folder that has no line yet.
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
  'lib/checks': ['lib/contracts', 'lib/core', 'imports'],
  imports: [],
  charts: ['lib', 'imports'],
};

const schemas = '^imports/[^/]+\\.schema\\.json$';

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

const unlisted = {
  name: 'room-without-rights',
  comment: 'A new folder in lib/ needs a line in this file that says what it may import.',
  severity: 'error',
  from: { path: '^lib/', pathNot: Object.keys(rooms).map((room) => `^${escaped(room)}/`) },
  to: { path: '^(charts|lib|imports)/' },
};

/** Checks judge plain objects, so they know the classes by their types only, and the schemas as data. */
const types = {
  name: 'checks-know-types-only',
  comment: 'lib/checks may take types, but no code, from imports/ and cdk8s-plus-27.',
  severity: 'error',
  from: { path: '^lib/checks/' },
  to: { path: '^(imports/|.*/?cdk8s-plus-27/)', pathNot: schemas, dependencyTypesNot: ['type-only'] },
};

/** What reads or writes the world outside stays in the rooms made for it. */
const pure = {
  name: 'lib-is-pure',
  comment:
    'Only lib/environment reads files and only lib/synthesis writes them; the rest of lib is a function of its input.',
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
    types,
    unlisted,
    ...layers,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.cjs', '.mjs', '.json'] },
  },
};
