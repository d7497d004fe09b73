import type { Construct } from 'constructs';
import { Component, resourcesOf } from '../lib/core';
import type { Image, Images, Resources } from '../lib/core';
import type { Environment } from '../lib/environment';
import { serviceSettings } from '../lib/environment';
import { IsolatedNamespace } from '../lib/security';
import type { Availability, Scaling } from '../lib/workloads';

/** What every tier is built from. */
export interface TierProps {
  readonly environment: Environment;
  readonly images: Images;
}

/** How large one service is in this environment, and from which image it runs. */
export interface Sizing {
  readonly image: Image;
  readonly resources: Resources;
  readonly scaling: Scaling;
  readonly availability: Availability;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * A tier of the platform: a component in a namespace of its own.
 *
 * Tiers are namespaces and not label sets, because a namespace is the one
 * boundary that pod security, quotas, roles, network policies and Argo CD all
 * honour, and that no one who may edit a pod can change.
 */
export abstract class Tier extends Component {
  protected readonly environment: Environment;
  protected readonly images: Images;
  private readonly sized = new Set<string>();

  constructor(scope: Construct, id: string, { environment, images }: TierProps) {
    super(scope, id, { platform: environment.namespacePrefix });
    this.environment = environment;
    this.images = images;
    new IsolatedNamespace(this, 'namespace');
  }

  /** The services that have asked for their size. */
  public get services(): readonly string[] {
    return [...this.sized];
  }

  /** What the environment says of a service of that name; the image of that name unless another is given. */
  protected sizing(service: string, image: string = service): Sizing {
    this.sized.add(service);
    const { resources, scaling, env } = serviceSettings(this.environment, service);
    return {
      image: this.images.get(image),
      resources: resourcesOf(resources),
      scaling,
      availability: this.environment.availability,
      env,
    };
  }
}
