/**
 * The part of the Kubernetes API that reads and creates Secrets, with its
 * authentication and authorization. Started as a program of its own, with its
 * port, key, certificate and the account's token as arguments. The test reads
 * and replaces what it holds under `/state`.
 */
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { ApiState, Attempt, StoredSecret } from './api-state';

const [port = '', key = '', certificate = '', token = ''] = process.argv.slice(2);
let state: ApiState = { secrets: {}, rules: {}, faster: {} };
let attempts: Attempt[] = [];

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

function failure(status: number, reason: string): Answer {
  return { status, body: { kind: 'Status', apiVersion: 'v1', status: 'Failure', reason, code: status } };
}

function allows(namespace: string, verb: string, name?: string): boolean {
  return (state.rules[namespace] ?? []).some(
    ({ verbs = [], resources = [], apiGroups = [], resourceNames }) =>
      apiGroups.includes('') &&
      resources.includes('secrets') &&
      verbs.includes(verb) &&
      (resourceNames === undefined || (name !== undefined && resourceNames.includes(name))),
  );
}

/** Text that is not told is told in base64, and what is told as text comes before what is not: as the API server does. */
function stored(namespace: string, body: string): StoredSecret {
  const { stringData, data, ...secret } = JSON.parse(body) as StoredSecret & {
    readonly stringData?: Readonly<Record<string, string>>;
  };
  const told = Object.entries(stringData ?? {}).map(([name, text]) => [name, Buffer.from(text).toString('base64')]);
  const all = Object.entries({ ...data, ...(Object.fromEntries(told) as Readonly<Record<string, string>>) });
  return {
    ...secret,
    metadata: { ...secret.metadata, namespace },
    data: Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function answer(method: string, path: string, body: string): Answer {
  const [, namespace = '', name] = /^\/api\/v1\/namespaces\/([^/]+)\/secrets(?:\/([^/]+))?$/.exec(path) ?? [];
  if (namespace === '') return failure(404, 'NotFound');
  if (method === 'GET' && name !== undefined) {
    if (!allows(namespace, 'get', name)) return failure(403, 'Forbidden');
    const secret = state.secrets[`${namespace}/${name}`];
    return secret ? { status: 200, body: secret } : failure(404, 'NotFound');
  }
  if (method !== 'POST' || name !== undefined) return failure(405, 'MethodNotAllowed');
  if (!allows(namespace, 'create')) return failure(403, 'Forbidden');
  const secret = stored(namespace, body);
  const id = `${namespace}/${secret.metadata.name}`;
  const { [id]: other, ...faster } = state.faster;
  if (other) state = { ...state, faster, secrets: { ...state.secrets, [id]: other } };
  if (state.secrets[id]) return failure(409, 'AlreadyExists');
  state = { ...state, secrets: { ...state.secrets, [id]: secret } };
  return { status: 201, body: secret };
}

function serve(request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'https://api');
  const { method = 'GET', headers } = request;
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks).toString();
    const send = (status: number, result: unknown): void => {
      // The API server is kind to people with curl, unless told not to be.
      const pretty = (headers['user-agent'] ?? '').startsWith('curl') && url.searchParams.get('pretty') !== 'false';
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(result, undefined, pretty ? 2 : undefined));
    };
    if (url.pathname === '/state') {
      if (method === 'PUT') {
        state = JSON.parse(body) as ApiState;
        attempts = [];
      }
      send(200, { state, attempts });
      return;
    }
    const { status, body: result } =
      headers.authorization === `Bearer ${token}` ? answer(method, url.pathname, body) : failure(401, 'Unauthorized');
    if (method !== 'GET') attempts.push({ path: url.pathname, status });
    send(status, result);
  });
}

createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, serve).listen(Number(port), () => {
  console.log('listening');
});
