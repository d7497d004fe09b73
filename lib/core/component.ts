import type { ApiObject } from 'cdk8s';
import { Chart } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { DescriptionError } from './errors';
import { chartLabels } from './labels';
import { objectName } from './names';

/**
 * Metadata of an object that belongs to no namespace: spread it in. cdk8s gives
 * every other object its chart's namespace; rendering drops the empty one.
 */
export const clusterScoped = { namespace: '' } as const;

const components = new WeakSet<IConstruct>();

function isComponent(construct: IConstruct): construct is Component {
  return components.has(construct);
}

/** Where a component lives. */
export interface ComponentProps {
  /** The platform that it is part of; also the prefix of its namespace. */
  readonly platform: string;
  /**
   * The namespace of its objects.
   * @default - `<platform>-<id>`
   */
  readonly namespace?: string;
}

/**
 * A part of the platform that is synced as one: the only chart class. Its
 * objects go to `dist/<environment>/<id>/` and carry its labels.
 *
 * Components are siblings and never depend on one another as charts; their
 * order is the sync waves that follow from the connections.
 */
export class Component extends Chart {
  public override readonly namespace: string;
  public readonly platform: string;

  constructor(scope: Construct, id: string, props: ComponentProps) {
    const namespace = props.namespace ?? objectName(props.platform, id);
    super(scope, id, { namespace, labels: { ...chartLabels(props.platform, id) } });
    this.namespace = namespace;
    this.platform = props.platform;
    components.add(this);
  }

  /** The component that a construct stands in. */
  public static containing(construct: IConstruct): Component {
    // `instanceof` would accept any Chart: cdk8s overrides it for the class and those that extend it.
    const component = construct.node.scopes.find(isComponent);
    if (component) return component;
    throw new DescriptionError(`${construct.node.path}: stands outside of every Component; create it inside of one`);
  }

  /** `<component>`: also the folder and the Argo CD Application. */
  public get name(): string {
    return this.node.id;
  }

  /** Names that nobody gave are the construct's path within the component. */
  public override generateObjectName(object: ApiObject): string {
    const path = object.node.scopes.slice(this.node.scopes.length).map(({ node }) => node.id);
    return objectName(...path.filter((id) => id !== 'Resource' && id !== 'Default'));
  }
}
