import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { KubernetesObject, Manifest } from '../contracts';
import { Component, DescriptionError, verifyOverrides } from '../core';
import { onePassJson } from './one-pass-json';

/**
 * Turns a construct tree into plain objects, in the order of the tree: one
 * walk, in which every construct validates itself once and every API object is
 * rendered once.
 * @throws one error with the messages of all constructs that are not valid or cannot be rendered
 */
export function render(root: IConstruct): readonly Manifest[] {
  const manifests: Manifest[] = [];
  const problems: string[] = [];
  const visit = (construct: IConstruct, chart: IConstruct | undefined): void => {
    problems.push(...problemsOf(construct, chart));
    if (ApiObject.isApiObject(construct)) {
      try {
        manifests.push(manifestOf(construct));
      } catch (error) {
        problems.push(located(construct, error instanceof Error ? error.message : String(error)));
      }
    }
    const nearest = Chart.isChart(construct) ? construct : chart;
    for (const child of construct.node.children) visit(child, nearest);
  };
  visit(root, undefined);
  if (problems.length > 0) throw new DescriptionError(problems.join('\n\n'));
  return manifests;
}

function manifestOf(apiObject: ApiObject): Manifest {
  const object = withoutEmptyNamespace(onePassJson(apiObject) as KubernetesObject);
  verifyOverrides(apiObject, object);
  return { object, origin: apiObject.node.path, component: Component.containing(apiObject).name };
}

/** An empty namespace says that the object belongs to the cluster, which the API server wants said by silence. */
function withoutEmptyNamespace(object: KubernetesObject): KubernetesObject {
  const { namespace, ...metadata } = object.metadata;
  return namespace === '' ? { ...object, metadata } : object;
}

function problemsOf(construct: IConstruct, chart: IConstruct | undefined): string[] {
  const problems = construct.node.validate().map((message) => located(construct, message));
  const [dependency] = construct.node.dependencies;
  if (dependency) {
    problems.push(
      `${construct.node.path}: addDependency(${dependency.node.path}) cannot be kept, because manifests have no order; ` +
        'sync waves do: declare what waits for what with connect(…)',
    );
  }
  if (chart && Chart.isChart(construct)) {
    problems.push(`${construct.node.path}: stands inside of the chart ${chart.node.path}; make the two siblings`);
  }
  return problems;
}

/** Says where, unless the message does so itself. */
function located({ node }: IConstruct, message: string): string {
  return message.startsWith(`${node.path}:`) ? message : `${node.path}: ${message}`;
}
