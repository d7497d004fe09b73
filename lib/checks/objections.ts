import type { Intents, Manifest } from '../contracts';
import { formatFindings } from './format-findings';
import { judge } from './judge';

/** Everything that is wrong with the objects of one environment, in words; undefined when they may be applied. */
export function objectionsTo(manifests: readonly Manifest[], intents: Intents): string | undefined {
  const verdict = judge(manifests, intents);
  return verdict.findings.length > 0 ? formatFindings(verdict) : undefined;
}
