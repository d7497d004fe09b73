import type { Manifest } from '../contracts';
import type { Manifests } from './manifests';

/** One place in one object that is not as it must be. */
export interface Finding {
  /** JSON pointer to the field. */
  readonly at: string;
  /** What stands there; undefined when nothing does. */
  readonly got: unknown;
  /** What must stand there, in words or as a value. */
  readonly expected: string;
  /** The object that is wrong, when it is another than the one that was checked. */
  readonly of?: Manifest;
}

/**
 * A statement that every rendered object must keep. The id says what is true
 * when it is kept; `check` is pure and looks at one object at a time.
 */
export interface Rule {
  readonly id: string;
  /** What goes wrong, or stays safe, because of it: one sentence. */
  readonly why: string;
  /** Ids of the same statement in kube-linter, kube-score, polaris, kubescape, checkov, trivy, PSS. */
  readonly aliases?: readonly string[];
  /** False where breaking the rule can never be right (a dangling reference, an illegal name). */
  readonly exemptible?: boolean;
  /**
   * The kinds that it looks at; it is not asked about others.
   * @default - every kind
   */
  readonly kinds?: Iterable<string>;
  readonly check: (manifest: Manifest, all: Manifests) => readonly Finding[];
}
