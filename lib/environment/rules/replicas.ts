import type { Environment } from '../environment';
import { rule } from '../environment-rule';
import type { Mistake, Path } from '../problem';
import type { Scaling } from '../service-settings';
import { wordsFor } from '../value-words';

type ScaledParts = Pick<Environment, 'defaults' | 'services'>;

/** A scaling as it results, and where its figures stand. */
interface PlacedScaling {
  readonly scaling: Scaling;
  /** Where the key stands, or would have to. */
  readonly at: (key: keyof Scaling) => Path;
  /** True when this place, and not the defaults, says one of the keys. */
  readonly says: (...keys: readonly (keyof Scaling)[]) => boolean;
}

/** The least replicas do not outnumber the most. */
export const replicasInOrder = rule(['defaults', 'services'], (environment) =>
  scalings(environment)
    .filter(({ scaling, says }) => says('minReplicas', 'maxReplicas') && scaling.minReplicas > scaling.maxReplicas)
    .map(({ scaling, at, says }): Mistake => {
      const key = says('maxReplicas') ? 'maxReplicas' : 'minReplicas';
      const [found, bound] =
        key === 'maxReplicas'
          ? [scaling.maxReplicas, `at least minReplicas, which is ${scaling.minReplicas}`]
          : [scaling.minReplicas, `at most maxReplicas, which is ${scaling.maxReplicas}`];
      return { path: at(key), found: String(found), expected: bound, fix: 'raise maxReplicas or lower minReplicas' };
    }),
);

/** Whatever must survive a failure runs more than once. */
export const replicasForAvailability = rule(['availability', 'defaults', 'services'], ({ availability, ...scaled }) =>
  availability === 'single'
    ? []
    : scalings(scaled)
        .filter(({ scaling, says }) => says('minReplicas') && scaling.minReplicas < 2)
        .map(({ scaling, at }): Mistake => ({
          path: at('minReplicas'),
          found: String(scaling.minReplicas),
          expected: `at least 2, because availability is ${availability}`,
          fix: 'raise it, or say availability: single',
        })),
);

/** The autoscaler's longest memory; the API server refuses more. */
const longestWindowSeconds = 3600;

/** The cool-down is one that the HorizontalPodAutoscaler accepts. */
export const stabilizationWindowAccepted = rule(['defaults', 'services'], (environment) =>
  scalings(environment)
    .filter(
      ({ scaling, says }) => says('stabilizationWindow') && seconds(scaling.stabilizationWindow) > longestWindowSeconds,
    )
    .map(({ scaling, at }): Mistake => ({
      path: at('stabilizationWindow'),
      found: wordsFor(scaling.stabilizationWindow),
      expected: 'at most 1h, which is all that a HorizontalPodAutoscaler accepts',
      fix: 'write 1h or less',
    })),
);

function scalings({ defaults, services }: ScaledParts): readonly PlacedScaling[] {
  const place = (own: Partial<Scaling>, scaling: Scaling, path: Path): PlacedScaling => ({
    scaling,
    at: (key) => [...path, key],
    says: (...keys) => keys.some((key) => own[key] !== undefined),
  });
  return [
    place(defaults.scaling, defaults.scaling, ['defaults', 'scaling']),
    ...Object.entries(services).map(([name, { scaling = {} }]) =>
      place(scaling, { ...defaults.scaling, ...scaling }, ['services', name, 'scaling']),
    ),
  ];
}

function seconds(text: string): number {
  const factors: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };
  return Number(text.slice(0, -1)) * (factors[text.slice(-1)] ?? Infinity);
}
