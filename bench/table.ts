import { cpus } from 'node:os';
import type { Outcome } from './measure';

/** One measured thing: the medians of its runs. */
export interface Row {
  /** Components of the generated platform, of about 300 objects each; undefined for the sample platform. */
  readonly components: number | undefined;
  readonly name: string;
  readonly outcome: Outcome;
  readonly floorSeconds: number | undefined;
}

/** All figures side by side, as Markdown. */
export function tableOf(rows: readonly Row[]): string {
  const machine = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'processor'}; medians.`;
  const head = ['objects', 'what', 'wall time', 'to the floor', 'in process', 'processor', 'peak memory'];
  return `${machine}\n\n${markdown(head, rows.map(cellsOf))}`;
}

/** A Markdown table with columns that line up in a terminal too. */
export function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function cellsOf({ components, name, outcome, floorSeconds }: Row): readonly string[] {
  const about = components === undefined ? '' : `~${components * 300}`;
  if ('failure' in outcome) return [about, name, outcome.failure];
  const { seconds, cpuSeconds, peakMegabytes, objects = 0, inProcess = 0 } = outcome;
  return [
    objects > 0 ? String(objects) : about,
    name,
    `${seconds.toFixed(2)} s`,
    floorSeconds === undefined ? '' : `${(seconds / floorSeconds).toFixed(1)} ×`,
    inProcess > 0 ? `${(inProcess / 1000).toFixed(2)} s` : '',
    `${cpuSeconds.toFixed(2)} s`,
    `${peakMegabytes.toFixed(0)} MB`,
  ];
}
