import type { KubernetesObject } from '../../lib/contracts';
import { judge } from '../../lib/checks/judge';
import type { Rule } from '../../lib/checks/rule';
import type { Platform } from './platform-fixture';
import { manifestsOf, validPlatform } from './platform-fixture';

/** One alteration of the valid platform. */
export type Change = (platform: Platform) => void;

/** A change that breaks the rule. */
export interface Break {
  readonly change: Change | readonly Change[];
  /** `<object> <pointer>` of each finding; the object as in `set`. */
  readonly at: string | readonly string[];
}

/** What a rule must let pass and what it must find. */
export interface Table {
  readonly keeps?: Readonly<Record<string, Change | readonly Change[]>>;
  readonly breaks: Readonly<Record<string, Break>>;
}

/** Tests a rule against the valid platform and its alterations; each break must be found in its place and nowhere else. */
export function testRule(rule: Rule, { keeps = {}, breaks }: Table): void {
  describe(rule.id, () => {
    test('has a break to find', () => {
      expect(Object.keys(breaks)).not.toEqual([]);
      expect(Object.values(breaks).filter(({ at }) => at.length === 0)).toEqual([]);
    });
    test('keeps: the valid platform', () => {
      expect(findingsOf(rule, [])).toEqual([]);
    });
    for (const [name, change] of Object.entries(keeps)) {
      test(`keeps: ${name}`, () => {
        expect(findingsOf(rule, change)).toEqual([]);
      });
    }
    for (const [name, { change, at }] of Object.entries(breaks)) {
      test(`breaks: ${name}`, () => {
        expect(findingsOf(rule, change)).toEqual([at].flat().sort());
      });
    }
  });
}

/** Puts a value at a JSON pointer. The parent must exist, so that a changed fixture does not make a test vacuous. */
export function set(object: string, pointer: string, value: unknown): Change {
  return (platform) => {
    const [parent, key] = parentOf(find(platform, object), pointer);
    if (Array.isArray(parent) && key === '-') parent.push(value);
    else (parent as Record<string, unknown>)[key] = value;
  };
}

/** Takes away a field or an item that exists. */
export function remove(object: string, pointer: string): Change {
  return (platform) => {
    const [parent, key] = parentOf(find(platform, object), pointer);
    if (!(key in parent)) throw new Error(`${object} has no ${pointer} to remove`);
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else Reflect.deleteProperty(parent, key);
  };
}

/** Takes away a whole object. */
export function drop(object: string): Change {
  return (platform) => {
    const dropped = find(platform, object);
    platform.objects = platform.objects.filter((candidate) => candidate !== dropped);
  };
}

/** Adds an object, with the labels and namespace of the API unless it has its own. */
export function add(object: { kind: string; apiVersion?: string; metadata: object; [field: string]: unknown }): Change {
  return (platform) => {
    const { namespace, labels } = find(platform, 'Service shop-app/api').metadata;
    const metadata = { namespace, labels, ...object.metadata };
    platform.objects.push(JSON.parse(JSON.stringify({ apiVersion: 'v1', ...object, metadata })) as KubernetesObject);
  };
}

/** Alters what was declared. */
export function declare(intents: Partial<Platform['intents']>): Change {
  return (platform) => {
    platform.intents = { ...platform.intents, ...intents };
  };
}

/** Adds to what was declared. */
export function declareMore(intents: Partial<Platform['intents']>): Change {
  return (platform) => {
    const { connections, promisedSecrets, prerequisites } = platform.intents;
    platform.intents = {
      connections: [...connections, ...(intents.connections ?? [])],
      promisedSecrets: [...promisedSecrets, ...(intents.promisedSecrets ?? [])],
      prerequisites: [...prerequisites, ...(intents.prerequisites ?? [])],
    };
  };
}

/** `Deployment shop-app/api`, or `Namespace shop-app` for one without a namespace. */
export function nameOf({ kind, metadata }: KubernetesObject): string {
  return `${kind} ${metadata.namespace === undefined ? '' : `${metadata.namespace}/`}${metadata.name}`;
}

/** The valid platform with the changes made to it. */
export function changed(changes: Change | readonly Change[]): Platform {
  const platform = validPlatform();
  for (const change of [changes].flat()) change(platform);
  return platform;
}

function findingsOf(rule: Rule, changes: Change | readonly Change[]): readonly string[] {
  const platform = changed(changes);
  const { findings } = judge(manifestsOf(platform), platform.intents, { rules: [rule] });
  return findings.map(({ manifest, finding }) => `${nameOf(manifest.object)} ${finding.at}`).sort();
}

function find(platform: Platform, name: string): KubernetesObject {
  const found = platform.objects.find((object) => nameOf(object) === name);
  if (!found) throw new Error(`the fixture has no ${name}`);
  return found;
}

function parentOf(root: object, pointer: string): [object, string] {
  const steps = pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const key = steps.pop() ?? '';
  let parent: unknown = root;
  for (const step of steps) parent = (parent as Record<string, unknown> | undefined)?.[step];
  if (typeof parent !== 'object' || parent === null) throw new Error(`the fixture has nothing above ${pointer}`);
  return [parent, key];
}
