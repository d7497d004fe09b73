import { alpine } from './data/alpine';
import type { ImageStandIn } from './harness/container';
import type { Dist } from './harness/dist';
import { environments, readDist } from './harness/dist';
import { Network } from './harness/network';
import type { ApiServerAccess } from './harness/pod';
import { Pod } from './harness/pod';
import type { Result } from './harness/program';
import { ApiServer } from './secrets/api-server';
import type { ApiState, StoredSecret } from './secrets/api-state';

const jobName = 'secret-generator';

/** The environment whose secrets are generated. */
function generated(): Dist {
  const found = environments()
    .map((name) => readDist(name))
    .find((dist) => dist.all('Job').some(({ metadata }) => metadata.name === jobName));
  if (found) return found;
  throw new Error('no environment of dist generates its secrets');
}

function decoded(text = ''): string {
  return Buffer.from(text, 'base64').toString();
}

describe('the secret generator, as dist has it', () => {
  const dist = generated();
  const listed = (dist.configFiles(jobName).list ?? '')
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map((column) => column.split(',')))
    .map(([[name = ''] = [], namespaces = [], keys = [], fixed = []]) => ({ name, namespaces, keys, fixed }));
  const ids = listed.flatMap(({ name, namespaces }) => namespaces.map((namespace) => `${namespace}/${name}`));
  const rules = Object.fromEntries(
    dist
      .all('Role')
      .filter(({ metadata }) => metadata.name === jobName)
      .map((role) => [role.metadata.namespace ?? '', role.rules]),
  );
  const shared = listed.find(({ namespaces }) => namespaces.length > 1);
  let network: Network;
  let api: ApiServer;
  let image: ImageStandIn;
  /** What the first run made of nothing. */
  let first: { readonly result: Result; readonly secrets: ApiState['secrets'] };
  let runs = 0;

  /** Runs the Job's pod once, to its end. */
  async function generate(access: ApiServerAccess = api.access): Promise<Result> {
    runs += 1;
    const workload = dist.get('Job', jobName);
    const images = { [jobName]: image };
    const name = `${jobName}-${runs}`;
    const pod = await Pod.open({ network, dist, workload, name, secrets: {}, images, apiServer: access });
    const result = await (await pod.container()).start().ended;
    await pod.close();
    return result;
  }

  /** Everything of a run's output that must not be there. */
  function leaksOf({ stdout, stderr }: Result, ...states: readonly ApiState['secrets'][]): readonly string[] {
    const values = states
      .flatMap((secrets) => Object.values(secrets))
      .flatMap(({ data, metadata }) =>
        listed
          .filter(({ name }) => name === metadata.name)
          .flatMap(({ keys }) => keys.flatMap((key) => [data[key] ?? '', decoded(data[key])])),
      );
    return [...new Set([...values, api.access.token])].filter(
      (value) => value !== '' && `${stdout}${stderr}`.includes(value),
    );
  }

  beforeAll(async () => {
    network = await Network.open();
    image = await alpine(network.folder);
    api = await ApiServer.open(network);
    await api.hold({ secrets: {}, rules });
    const result = await generate();
    first = { result, secrets: (await api.report()).state.secrets };
  });
  afterAll(async () => {
    await api.close();
    await network.close();
  });

  test('makes every secret in each of its namespaces, with the rights that it has', () => {
    expect(first.result).toMatchObject({ code: 0, stderr: '' });
    expect(Object.keys(first.secrets).sort()).toEqual([...ids].sort());
  });

  test('gives each the type, the labels and the fixed values of its template, and nothing else', () => {
    for (const { name, namespaces, keys, fixed } of listed) {
      const template = dist.configFiles(jobName)[`${name}.json`] ?? '';
      const wanted = JSON.parse(template.replace('%data%', '')) as StoredSecret & {
        readonly stringData: Readonly<Record<string, string>>;
      };
      for (const namespace of namespaces) {
        const made = first.secrets[`${namespace}/${name}`];
        expect(made).toMatchObject({ type: wanted.type, metadata: { ...wanted.metadata, namespace } });
        expect(Object.keys(made?.data ?? {}).sort()).toEqual([...keys, ...fixed].sort());
        const told = fixed.map((key) => [key, decoded(made?.data[key])]);
        expect(Object.fromEntries(told)).toEqual(wanted.stringData);
      }
    }
  });

  test('invents values that nobody can guess, a new one for each, the same in all namespaces', () => {
    const values = listed.flatMap(({ name, namespaces, keys }) =>
      keys.map((key) => {
        const everywhere = namespaces.map((namespace) => decoded(first.secrets[`${namespace}/${name}`]?.data[key]));
        expect(new Set(everywhere).size).toBe(1);
        return everywhere[0] ?? '';
      }),
    );
    for (const value of values) expect(value).toMatch(/^[A-Za-z0-9]{32,}$/);
    expect(new Set(values).size).toBe(values.length);
    // 43 characters of 62 are hardly ever drawn without a letter of each kind.
    expect(values.join('')).toMatch(/(?=.*[a-z])(?=.*[A-Z])(?=.*\d)/);
  });

  test('changes nothing when all is there', async () => {
    await api.hold({ secrets: first.secrets, rules });
    const result = await generate();
    expect(result).toMatchObject({ code: 0, stderr: '' });
    const { state, attempts } = await api.report();
    expect(attempts).toEqual([]);
    expect(state.secrets).toEqual(first.secrets);
    expect(leaksOf(result, first.secrets)).toEqual([]);
  });

  test('copies a value to the namespace in which it is missing', async () => {
    expect(shared).toBeDefined();
    for (const namespace of shared?.namespaces ?? []) {
      const missing = `${namespace}/${shared?.name ?? ''}`;
      const others = Object.fromEntries(Object.entries(first.secrets).filter(([id]) => id !== missing));
      await api.hold({ secrets: others, rules });
      const result = await generate();
      expect(result).toMatchObject({ code: 0, stderr: '' });
      const { state, attempts } = await api.report();
      expect(attempts).toHaveLength(1);
      expect(state.secrets).toEqual(first.secrets);
      expect(leaksOf(result, first.secrets)).toEqual([]);
    }
  });

  test('reads what people and their tools have left in a Secret', async () => {
    const name = shared?.name ?? '';
    const [kept = '', ...missing] = (shared?.namespaces ?? []).map((namespace) => `${namespace}/${name}`);
    const applied = JSON.stringify({ kind: 'Secret', data: { password: 'b3RoZXI=' } });
    const annotations = { 'kubectl.kubernetes.io/last-applied-configuration': applied, note: '"data":{ in words' };
    const edited = Object.entries(first.secrets)
      .filter(([id]) => !missing.includes(id))
      .map(([id, secret]) => [id, id === kept ? { ...secret, metadata: { ...secret.metadata, annotations } } : secret]);
    await api.hold({ secrets: Object.fromEntries(edited) as ApiState['secrets'], rules });
    expect(await generate()).toMatchObject({ code: 0, stderr: '' });
    const { state } = await api.report();
    for (const id of missing) expect(state.secrets[id]?.data).toEqual(first.secrets[id]?.data);
  });

  test('takes the value of whoever was faster', async () => {
    const [id = ''] = (shared?.namespaces ?? []).map((namespace) => `${namespace}/${shared?.name ?? ''}`);
    const original = first.secrets[id];
    if (!original) throw new Error(`nothing was made for ${id}`);
    const theirs = {
      ...original,
      data: Object.fromEntries(Object.keys(original.data).map((key) => [key, 'dGhlaXJz'])),
    };
    await api.hold({ secrets: {}, rules, faster: { [id]: theirs } });
    expect(await generate()).toMatchObject({ code: 0 });
    const { state } = await api.report();
    expect(Object.keys(state.secrets).sort()).toEqual([...ids].sort());
    const key = shared?.keys[0] ?? '';
    for (const namespace of shared?.namespaces ?? []) {
      expect(state.secrets[`${namespace}/${shared?.name ?? ''}`]?.data[key]).toBe('dGhlaXJz');
    }
  });

  test('fails when the values of two namespaces differ, and says what to do', async () => {
    const id = `${shared?.namespaces.at(-1) ?? ''}/${shared?.name ?? ''}`;
    const original = first.secrets[id];
    if (!original) throw new Error(`nothing was made for ${id}`);
    const data = Object.fromEntries(Object.keys(original.data).map((key) => [key, 'bm90LXRoZS1zYW1l']));
    await api.hold({ secrets: { ...first.secrets, [id]: { ...original, data } }, rules });
    const result = await generate();
    expect(result.code).toBe(1);
    expect(result.stderr).toContain(`the Secret ${shared?.name ?? ''} differs between its namespaces`);
    expect(result.stderr).toContain('delete the wrong ones');
    const { state, attempts } = await api.report();
    expect(attempts).toEqual([]);
    expect(leaksOf(result, state.secrets, first.secrets)).toEqual([]);
  });

  test('fails when a Secret lacks a key, and says which', async () => {
    const [{ name, namespaces, keys }] = [listed[0] ?? { name: '', namespaces: [], keys: [] }];
    const id = `${namespaces[0] ?? ''}/${name}`;
    const original = first.secrets[id];
    if (!original) throw new Error(`nothing was made for ${id}`);
    await api.hold({ secrets: { ...first.secrets, [id]: { ...original, data: { other: 'eA==' } } }, rules });
    const result = await generate();
    expect(result.code).toBe(1);
    expect(result.stderr).toContain(`the Secret ${id} has no '${keys[0] ?? ''}'`);
  });

  test('fails loudly without its rights', async () => {
    const [namespace = ''] = listed[0]?.namespaces ?? [];
    for (const verb of ['get', 'create']) {
      const fewer = (rules[namespace] ?? []).filter(({ verbs }) => verbs?.includes(verb) !== true);
      await api.hold({ secrets: {}, rules: { ...rules, [namespace]: fewer } });
      const result = await generate();
      expect(result.code).toBe(1);
      expect(result.stderr).toMatch(/the API server answers 403 to (reading|creating) the Secret/);
      expect(result.stderr).toContain(`${namespace}/${listed[0]?.name ?? ''}`);
    }
  });

  test('speaks to nobody whom its authority does not know', async () => {
    await api.hold({ secrets: {}, rules });
    const result = await generate({ ...api.access, authority: await api.strangeAuthority() });
    expect(result.code).not.toBe(0);
    expect(result.stderr).toMatch(/certificate/);
    expect((await api.report()).state.secrets).toEqual({});
  });

  test('never shows a value', () => {
    expect(leaksOf(first.result, first.secrets)).toEqual([]);
  });
});
