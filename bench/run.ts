import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packTree } from './bundle';
import { compile } from './compile';
import type { Command, Outcome } from './measure';
import { measure, median } from './measure';
import type { Row } from './table';
import { tableOf } from './table';
import { targetsOf } from './targets';

/** What is measured, and which floor it is held against. */
interface Case {
  readonly name: string;
  readonly floor: string | undefined;
  readonly command: (outdir: string) => Command;
}

const project = join(__dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'drydock-bench-'));
const compiled = join(scratch, 'compiled');
const timeoutSeconds = 120;
/** The largest platforms take long enough to be told apart in fewer runs. */
const runsOf = (components: number): number => (components > 10 ? 3 : 5);

try {
  compile(project, ['lib', 'imports', 'bench'], compiled);
  const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1, 10, 100];
  const rows = [
    ...sizes.flatMap((components) => measureCases(casesOf(components), runsOf(components), components)),
    ...measureCases(sampleCases(), runsOf(1), undefined),
  ];
  console.log(`${tableOf(rows)}\n\n${targetsOf(rows)}`);
} finally {
  rmSync(scratch, { recursive: true });
}

function casesOf(components: number): readonly Case[] {
  const node =
    (script: string, floor?: string): Case['command'] =>
    (outdir) => ({
      run: [process.execPath, join(compiled, 'bench', script), floor ?? String(components), outdir],
      timeoutSeconds,
    });
  const family = (name: string, source: string, cases: Readonly<Record<string, string>>): readonly Case[] => {
    const floor = `${name}: the floor`;
    return [
      { name: floor, floor: undefined, command: node('floor.cjs', bundleOf(node(source))) },
      ...Object.entries(cases).map(([way, script]) => ({ name: `${name}: ${way}`, floor, command: node(script) })),
    ];
  };
  return [
    ...family('generated classes', 'cases/classes.js', {
      'build and write': 'cases/classes.js',
      'stock cdk8s': 'cases/stock.js',
    }),
    ...family('our constructs', 'cases/constructs.js', {
      'build and write': 'cases/constructs.js',
      'build, check and write': 'cases/checked.js',
    }),
  ];
}

/** The whole way of a user, TypeScript and all, for the sample platform. */
function sampleCases(): readonly Case[] {
  const env = { CDK8S_CHECK_UPGRADE: 'false' };
  return [
    {
      name: 'npm run synth',
      floor: undefined,
      command: (outdir) => ({ run: ['npm', 'run', 'synth'], env: { ...env, CDK8S_OUTDIR: outdir }, timeoutSeconds }),
    },
    {
      name: 'npx cdk8s synth',
      floor: undefined,
      command: (outdir) => ({ run: ['npx', 'cdk8s', 'synth', '--output', outdir], env, timeoutSeconds }),
    },
  ];
}

/** What a case writes, packed for the floor. */
function bundleOf(command: Case['command']): string {
  const outdir = join(scratch, 'packed');
  const outcome = measure(command(outdir), project, scratch);
  if ('failure' in outcome) throw new Error(outcome.failure);
  const bundle = mkdtempSync(join(scratch, 'bundle-'));
  packTree(outdir, join(bundle, 'floor'));
  rmSync(outdir, { recursive: true });
  return join(bundle, 'floor');
}

/** Runs all cases in turn, round after round, so that a busy moment of the machine is shared by all of them. */
function measureCases(cases: readonly Case[], runs: number, components: number | undefined): readonly Row[] {
  const outcomes = new Map<string, Outcome[]>(cases.map(({ name }) => [name, []]));
  for (let run = 0; run < runs; run++) {
    for (const { name, command } of cases) {
      const known = outcomes.get(name) ?? [];
      // What has run out of time once is not given another chance to.
      if (known.some((outcome) => 'failure' in outcome)) continue;
      const parent = join(scratch, 'out');
      mkdirSync(parent);
      known.push(measure(command(join(parent, 'dist')), project, scratch));
      rmSync(parent, { recursive: true });
    }
  }
  const medians = new Map([...outcomes].map(([name, list]) => [name, median(list)]));
  return cases.map(({ name, floor }): Row => {
    const outcome = medians.get(name) ?? { failure: 'never ran' };
    const floorOutcome = floor === undefined ? undefined : medians.get(floor);
    const floorSeconds = floorOutcome && 'seconds' in floorOutcome ? floorOutcome.seconds : undefined;
    return { components, name, outcome, floorSeconds };
  });
}
