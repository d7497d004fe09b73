import type { Environment } from './environment';

/** How many pods of a service run. */
export type Scaling = Environment['defaults']['scaling'];

/** Everything that an environment says about one service, nothing left open. */
export interface ServiceSettings {
  readonly resources: Environment['defaults']['resources'];
  readonly scaling: Scaling;
  readonly env: Readonly<Record<string, string>>;
}

/** The settings of one service: its own where it has any, the defaults for the rest, key by key. */
export function serviceSettings({ services, defaults }: Environment, name: string): ServiceSettings {
  const own = services[name];
  return {
    resources: { ...defaults.resources, ...own?.resources },
    scaling: { ...defaults.scaling, ...own?.scaling },
    env: { ...own?.env },
  };
}
