import type { ReadOptions } from '../../lib/environment';
import { edited, reportOn, smallest } from './environment-folder';

/** A name, what is replaced, by what, and how each reported line starts after `demo.yaml:`. */
export type BrokenEdit = readonly [name: string, from: string, to: string, ...lines: string[]];

/** A name, the whole text, and how each reported line starts after `demo.yaml:`. */
export type BrokenText = readonly [name: string, text: string | Uint8Array, ...lines: string[]];

/** Tests that each edit of the smallest environment is reported in these lines, and no others. */
export function testEdits(edits: readonly BrokenEdit[], options?: ReadOptions): void {
  const cases = edits.map(([name, from, to, ...lines]) => ({ name, from, to, lines }));
  test.each(cases)('$name', ({ from, to, lines }) => {
    expectLines({ 'demo.yaml': edited(smallest, from, to) }, lines, options);
  });
}

/** The same for whole files. */
export function testTexts(texts: readonly BrokenText[]): void {
  const cases = texts.map(([name, text, ...lines]) => ({ name, text, lines }));
  test.each(cases)('$name', ({ text, lines }) => {
    expectLines({ 'demo.yaml': text }, lines);
  });
}

function expectLines(
  files: Readonly<Record<string, string | Uint8Array>>,
  starts: readonly string[],
  options?: ReadOptions,
): void {
  const report = reportOn(files, options).map((line) => line.replace(/^demo\.yaml:/, ''));
  expect(report.map((line, index) => line.slice(0, starts[index]?.length))).toEqual(starts);
  for (const line of report) expect(line).toMatch(/^\d+:\d+: .+: found .+; expected .+; fix: .+/);
}
