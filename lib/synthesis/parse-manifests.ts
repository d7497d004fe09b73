import { LineCounter, parseAllDocuments } from 'yaml';
import type { KubernetesObject, Manifest } from '../contracts';
import { DescriptionError } from '../core';

/**
 * The manifests of one environment as they lie on disk: the files
 * `<environment>/<component>/*.yaml` of a tree, read strictly.
 * @throws one error that names every file that does not hold exactly one plain Kubernetes object
 */
export function parseManifests(environment: string, files: ReadonlyMap<string, string>): readonly Manifest[] {
  const problems: string[] = [];
  const manifests: Manifest[] = [];
  for (const [path, text] of files) {
    const [folder, component, ...rest] = path.split('/');
    if (folder !== environment || component === undefined || rest.length === 0 || !path.endsWith('.yaml')) continue;
    const object = parseObject(path, text, problems);
    if (object) manifests.push({ object, origin: path, component });
  }
  if (problems.length > 0) throw new DescriptionError(problems.join('\n'));
  return manifests;
}

function parseObject(path: string, text: string, problems: string[]): KubernetesObject | undefined {
  const lines = new LineCounter();
  const [document, second] = [...parseAllDocuments(text, { lineCounter: lines, prettyErrors: false })];
  const mistakes = [...(document?.errors ?? []), ...(document?.warnings ?? [])];
  for (const { message, pos } of mistakes) {
    const { line, col } = lines.linePos(pos[0]);
    problems.push(`${path}:${line}:${col}: ${message}`);
  }
  if (mistakes.length > 0) return undefined;
  if (!document || second) {
    problems.push(`${path}: holds ${second ? 'several documents' : 'nothing'}; expected one Kubernetes object`);
    return undefined;
  }
  try {
    // An alias would make two places of an object one; nothing that is written here has any.
    const object: unknown = document.toJS({ maxAliasCount: 0 });
    if (isKubernetesObject(object)) return object;
    problems.push(`${path}: holds no Kubernetes object; expected apiVersion, kind and metadata.name as text`);
  } catch (error) {
    problems.push(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  return undefined;
}

function isKubernetesObject(value: unknown): value is KubernetesObject {
  if (!isRecord(value) || !isRecord(value.metadata)) return false;
  return [value.apiVersion, value.kind, value.metadata.name].every((field) => typeof field === 'string');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
