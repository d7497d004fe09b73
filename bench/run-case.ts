/** What a measured process tells of itself, as JSON on its standard output. Times are in milliseconds. */
export interface CaseReport {
  readonly objects: number;
  /** From the loaded program to the written files. */
  readonly inProcess: number;
  /** Of that, in the checks. */
  readonly checks: number;
}

/** What a case says of its own run. */
export type CaseResult = Pick<CaseReport, 'objects'> & Partial<CaseReport>;

/** Runs a case for the number of components and the output folder of the command line, and reports. */
export function runCase(write: (components: number, outdir: string) => CaseResult): void {
  const [components = '', outdir = ''] = process.argv.slice(2);
  const started = performance.now();
  const result = write(Number(components), outdir);
  const report: CaseReport = { inProcess: performance.now() - started, checks: 0, ...result };
  process.stdout.write(JSON.stringify(report));
}
