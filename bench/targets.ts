import type { Sample } from './measure';
import type { Row } from './table';
import { markdown } from './table';

/** A figure that must not be exceeded. */
interface Target {
  readonly what: string;
  readonly unit: string;
  readonly allowed: number;
  /** Undefined when the run did not measure it. */
  readonly measured: number | undefined;
}

/** About 3,000 and 30,000 objects. */
const large = 10;
const huge = 100;

/** Every target beside what was measured, as Markdown. */
export function targetsOf(rows: readonly Row[]): string {
  const lines = allTargets(rows).flatMap(({ what, unit, allowed, measured }) =>
    measured === undefined
      ? []
      : [
          [
            what,
            `${measured.toFixed(measured < 20 ? 1 : 0)} ${unit}`,
            `≤ ${allowed} ${unit}`,
            measured <= allowed ? 'PASS' : 'over',
          ],
        ],
  );
  return markdown(['target', 'measured', 'allowed', 'verdict'], lines);
}

function allTargets(rows: readonly Row[]): readonly Target[] {
  const rowOf = (components: number | undefined, name: string): Row | undefined =>
    rows.find((row) => row.components === components && row.name === name);
  const sampleOf = (components: number | undefined, name: string): Sample | undefined => {
    const outcome = rowOf(components, name)?.outcome;
    return outcome && 'seconds' in outcome ? outcome : undefined;
  };
  const toFloor = (name: string, allowed: number): Target => ({
    what: `${name}, 3,000 objects, in process`,
    unit: '× floor',
    allowed,
    measured: quotient(sampleOf(large, name)?.inProcess, rowOf(large, name)?.floorSeconds, 1 / 1000),
  });
  // In process, because the time that Node takes to start would hide growth.
  const growth = (name: string): Target => ({
    what: `${name}, 30,000 to 3,000 objects, in process`,
    unit: '×',
    allowed: 12,
    measured: quotient(sampleOf(huge, name)?.inProcess, sampleOf(large, name)?.inProcess),
  });
  const sample = (name: string, allowed: number): Target => ({
    what: `${name}, sample platform`,
    unit: 's',
    allowed,
    measured: sampleOf(undefined, name)?.seconds,
  });
  const written = ['generated classes: build and write', 'our constructs: build and write'];
  const checked = 'our constructs: build, check and write';
  const checkedLarge = sampleOf(large, checked);
  return [
    ...written.map((name) => toFloor(name, 5)),
    toFloor(checked, 12),
    ...[...written, checked].map(growth),
    {
      what: 'checks of one object, 3,000 objects',
      unit: 'µs',
      allowed: 100,
      measured: quotient(checkedLarge?.checks, checkedLarge?.objects, 1000),
    },
    { what: `${checked}, peak memory`, unit: 'MB', allowed: 250, measured: checkedLarge?.peakMegabytes },
    sample('npm run synth', 1.2),
    sample('npx cdk8s synth', 2),
  ];
}

function quotient(one: number | undefined, other: number | undefined, factor = 1): number | undefined {
  return one === undefined || other === undefined ? undefined : (one / other) * factor;
}
