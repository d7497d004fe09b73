import * as k8s from 'cdk8s-plus-27/lib/imports/k8s';
import { Construct } from 'constructs';
import type { IWireable, PodPeer, WiredFacts, Wiring } from '../contracts';
import { nameLabels } from '../core';
import type { PodsProps } from './pods';
import { Pods } from './pods';

/** Something that runs to its end at every sync. */
export interface TaskProps extends Omit<PodsProps, 'priority' | 'restartPolicy' | 'probes' | 'preStop'> {
  /** Seconds after which it has failed. */
  readonly activeDeadlineSeconds: number;
  /** @default 6 */
  readonly backoffLimit?: number;
}

const defaultBackoffLimit = 6;

/**
 * Work that a sync waits for: one Job, run anew at each sync as an Argo CD hook
 * and removed before the next. It must therefore do nothing when its work is
 * done already.
 */
export class Task extends Construct implements IWireable {
  public readonly pods: Pods;
  public readonly peer: PodPeer;
  public readonly job: k8s.KubeJob;

  constructor(scope: Construct, id: string, props: TaskProps) {
    super(scope, id);
    this.pods = new Pods(
      this,
      'Pods',
      id,
      // A failed attempt stays for its log; the next one is a pod of its own.
      { ...props, priority: 'batch', restartPolicy: 'Never' },
      () => ({ count: 1, claims: [], loadBalancers: 0 }),
    );
    this.peer = this.pods.peer;
    this.job = new k8s.KubeJob(this, 'Job', {
      metadata: {
        name: id,
        labels: nameLabels(id),
        annotations: {
          'argocd.argoproj.io/hook': 'Sync',
          'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
        },
      },
      spec: {
        backoffLimit: props.backoffLimit ?? defaultBackoffLimit,
        activeDeadlineSeconds: props.activeDeadlineSeconds,
        template: this.pods.template(),
      },
    });
  }

  public wire(wiring: Wiring, variables?: (facts: WiredFacts) => Readonly<Record<string, string>>): void {
    this.pods.wire(wiring, variables);
  }
}
