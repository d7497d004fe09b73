import { formatFindings } from '../../lib/checks/format-findings';
import type { Verdict } from '../../lib/checks/judge';
import { judge } from '../../lib/checks/judge';
import type { Rule } from '../../lib/checks/rule';
import { readOnlyRoot } from '../../lib/checks/rules/read-only-root';
import { selectorsMatchTemplate } from '../../lib/checks/rules/selectors-match-template';
import { statefulsetServiceExists } from '../../lib/checks/rules/statefulset-service-exists';
import { exemptionPrefix } from '../../lib/core';
import { manifestsOf } from './platform-fixture';
import type { Change } from './table';
import { changed, nameOf, remove, set } from './table';

const rules = [readOnlyRoot, selectorsMatchTemplate, statefulsetServiceExists];
const api = 'Deployment shop-app/api';
const writableRoot = set(api, '/spec/template/spec/containers/0/securityContext/readOnlyRootFilesystem', false);
const reason = 'the image of the stand-in unpacks itself';

function verdictOn(changes: readonly Change[], by: readonly Rule[] = rules): Verdict {
  const platform = changed(changes);
  return judge(manifestsOf(platform), platform.intents, { rules: by });
}

function exemptFrom(rule: string, why = reason, object = api): Change {
  return set(object, `/metadata/annotations/${exemptionPrefix.replace('/', '~1')}${rule}`, why);
}

function found({ findings }: Verdict): readonly string[] {
  return findings.map(({ manifest, rule }) => `${nameOf(manifest.object)} ${rule.id}`);
}

test('the valid platform breaks no rule of the registry', () => {
  const platform = changed([]);
  expect(formatFindings(judge(manifestsOf(platform), platform.intents)).split('\n')[0]).toMatch(/: 0 findings/);
});

test('a finding is reported on the object that is wrong, with its rule', () => {
  expect(found(verdictOn([writableRoot]))).toEqual([`${api} read-only-root`]);
});

test('an exemption with a reason sets the finding aside, and keeps the reason', () => {
  const verdict = verdictOn([writableRoot, exemptFrom('read-only-root')]);
  expect(verdict.findings).toEqual([]);
  expect(verdict.exempted.map(({ rule, reason: kept }) => [rule.id, kept])).toEqual([['read-only-root', reason]]);
});

test('an exemption belongs on the object that is wrong, not on the one that was checked', () => {
  const unheaded = remove('Service shop-data/postgres', '/spec/clusterIP');
  const onService = exemptFrom('statefulset-service-exists', reason, 'Service shop-data/postgres');
  const onSet = exemptFrom('statefulset-service-exists', reason, 'StatefulSet shop-data/postgres');
  expect(found(verdictOn([unheaded, onService]))).toEqual([]);
  expect(found(verdictOn([unheaded, onSet])).toSorted()).toEqual([
    'Service shop-data/postgres statefulset-service-exists',
    'StatefulSet shop-data/postgres exemptions-are-needed',
  ]);
});

describe('fails', () => {
  test.each([
    ['an exemption that nothing needs', [exemptFrom('read-only-root')], ['exemptions-are-needed']],
    ['an exemption from a rule that does not exist', [exemptFrom('no-such-rule')], ['exemptions-are-needed']],
    [
      'a reason too short to be judged',
      [writableRoot, exemptFrom('read-only-root', 'legacy')],
      ['read-only-root', 'exemptions-are-needed'],
    ],
    [
      'an exemption from a rule that it is never right to break',
      [set(api, '/spec/selector/matchLabels/tier', 'web'), exemptFrom('selectors-match-template')],
      ['selectors-match-template', 'exemptions-are-needed'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(found(verdictOn(changes))).toEqual(expected.map((rule) => `${api} ${rule}`));
  });
});

describe('the report', () => {
  test('tells who, where, what, why and the ways out', () => {
    expect(formatFindings(verdictOn([writableRoot])))
      .toBe(`shop-app/Deployment/api: Deployment 'api' breaks 'read-only-root'
    at    /spec/template/spec/containers/0/securityContext/readOnlyRootFilesystem
    got   false, expected true
    why   ${readOnlyRoot.why}
    fix   change the field, or exempt(object, { rule: 'read-only-root', reason: '…' })

36 objects held against 4 rules: 1 finding, 0 exemptions`);
  });

  test('offers no exemption where there can be none', () => {
    const text = formatFindings(verdictOn([set(api, '/spec/selector/matchLabels/tier', 'web')]));
    expect(text).toContain('    fix   change the field\n');
  });

  test('is the same whatever the order of the objects', () => {
    const platform = changed([writableRoot, remove('Service shop-data/postgres', '/spec/clusterIP')]);
    const manifests = manifestsOf(platform);
    const forwards = formatFindings(judge(manifests, platform.intents, { rules }));
    expect(formatFindings(judge([...manifests].reverse(), platform.intents, { rules }))).toBe(forwards);
    expect(forwards.indexOf('api')).toBeLessThan(forwards.indexOf('postgres'));
  });

  test('cuts what is too long to read', () => {
    const long = 'x'.repeat(1000);
    const rule: Rule = {
      id: 'short',
      why: 'Long values hide the rest.',
      check: () => [{ at: '/data', got: long, expected: 'less' }],
    };
    expect(formatFindings(verdictOn([], [rule])).split('\n')[2]?.length).toBeLessThan(200);
  });
});
