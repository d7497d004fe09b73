import type { Intents, Manifest } from '../contracts';
import type { Exemption } from './exemptions';
import { exemptionsAreNeeded, exemptionsOf, isHonored, problemOf } from './exemptions';
import { appendTo, Manifests } from './manifests';
import type { Finding, Rule } from './rule';
import { rules as allRules } from './rules';

/** One finding with the object that is wrong and the rule that says so. */
export interface JudgedFinding {
  readonly manifest: Manifest;
  readonly rule: Pick<Rule, 'id' | 'why' | 'exemptible'>;
  readonly finding: Finding;
}

/** What a pass over all objects found. */
export interface Verdict {
  /** Nothing may be written or merged while there is one. */
  readonly findings: readonly JudgedFinding[];
  /** Findings that an object's own exemption silences, with its reason. */
  readonly exempted: readonly (JudgedFinding & { readonly reason: string })[];
  readonly objects: number;
  readonly rules: number;
}

/** What to judge by. */
export interface JudgeOptions {
  /** @default - every rule */
  readonly rules?: readonly Rule[];
}

/**
 * Holds all objects of one environment against all rules, in one pass.
 *
 * Pure: the same objects and intents give the same verdict. Objects must not
 * change afterwards, because what was read from them is remembered.
 */
export function judge(manifests: readonly Manifest[], intents: Intents, options: JudgeOptions = {}): Verdict {
  const rules = options.rules ?? allRules;
  const all = new Manifests(manifests, intents);
  const { alone, amongAll } = rulesByReach(rules);
  const broken = new Map<Manifest, JudgedFinding[]>();
  const add = (judged: JudgedFinding): void => {
    appendTo(broken, judged.manifest, judged);
  };
  for (const manifest of all) {
    alone(manifest).forEach(add);
    for (const rule of amongAll(manifest.object.kind)) judgeBy(rule, manifest, all).forEach(add);
  }
  return { ...weigh(all, rules, broken), objects: manifests.length, rules: rules.length + 1 };
}

/** Rules, told apart by what they need to see. */
interface RulesByReach {
  /** What the rules found that look at one object alone; remembered, because it cannot change. */
  readonly alone: (manifest: Manifest) => readonly JudgedFinding[];
  /** The rules for a kind that look at other objects too. */
  readonly amongAll: (kind: string) => readonly Rule[];
}

const reaches = new WeakMap<readonly Rule[], RulesByReach>();

function rulesByReach(rules: readonly Rule[]): RulesByReach {
  const remembered = reaches.get(rules);
  if (remembered) return remembered;
  // A check that does not take the second argument cannot look at other objects.
  const aloneFor = byKind(rules.filter(({ check }) => check.length < 2));
  const verdicts = new WeakMap<Manifest, readonly JudgedFinding[]>();
  const found: RulesByReach = {
    alone: (manifest) => {
      const known = verdicts.get(manifest);
      if (known) return known;
      const judged = aloneFor(manifest.object.kind).flatMap((rule) => judgeBy(rule, manifest, nothing));
      verdicts.set(manifest, judged);
      return judged;
    },
    amongAll: byKind(rules.filter(({ check }) => check.length >= 2)),
  };
  reaches.set(rules, found);
  return found;
}

const nothing = new Manifests([], { connections: [], promisedSecrets: [], prerequisites: [] });

const sound: readonly JudgedFinding[] = [];

function judgeBy(rule: Rule, manifest: Manifest, all: Manifests): readonly JudgedFinding[] {
  const findings = rule.check(manifest, all);
  // Nearly always: then nothing is made that would have to be thrown away.
  if (findings.length === 0) return sound;
  return findings.map((finding) => ({ manifest: finding.of ?? manifest, rule, finding }));
}

/** The rules that look at a kind, found once for each. */
function byKind(rules: readonly Rule[]): (kind: string) => readonly Rule[] {
  const sets = rules.map((rule) => ({ rule, kinds: rule.kinds && new Set(rule.kinds) }));
  const known = new Map<string, readonly Rule[]>();
  return (kind) => {
    const found = known.get(kind) ?? sets.filter(({ kinds }) => kinds?.has(kind) ?? true).map(({ rule }) => rule);
    known.set(kind, found);
    return found;
  };
}

/** Sets aside what objects are exempt from, and finds the exemptions that set nothing aside. */
function weigh(
  all: Manifests,
  rules: readonly Rule[],
  broken: ReadonlyMap<Manifest, readonly JudgedFinding[]>,
): Pick<Verdict, 'findings' | 'exempted'> {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const findings: JudgedFinding[] = [];
  const exempted: Verdict['exempted'][number][] = [];
  for (const manifest of all) {
    const found = broken.get(manifest) ?? [];
    const exemptions = exemptionsOf(manifest);
    for (const judged of found) {
      const exemption = exemptions.find(({ rule }) => rule === judged.rule.id);
      if (exemption && isHonored(exemption, judged.rule)) {
        exempted.push({ ...judged, reason: exemption.reason });
      } else findings.push(judged);
    }
    findings.push(...exemptions.flatMap((exemption) => unneeded(manifest, exemption, byId, found)));
  }
  return { findings, exempted };
}

function unneeded(
  manifest: Manifest,
  exemption: Exemption,
  byId: ReadonlyMap<string, Rule>,
  found: readonly JudgedFinding[],
): readonly JudgedFinding[] {
  const broken = found.some(({ rule }) => rule.id === exemption.rule);
  return problemOf(exemption, byId.get(exemption.rule), broken).map((finding) => ({
    manifest,
    rule: exemptionsAreNeeded,
    finding,
  }));
}
