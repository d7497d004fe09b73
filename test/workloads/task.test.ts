import { resourcesOf } from '../../lib/core';
import { connect } from '../../lib/security';
import type { TaskProps } from '../../lib/workloads';
import { StatelessWorkload, Task } from '../../lib/workloads';
import { foreignEndpoint, image, TestPlatform, workload } from '../test-platform';

const least: TaskProps = { image, resources: resourcesOf({ cpu: '50m', memory: '64Mi' }), activeDeadlineSeconds: 120 };

function build(more: Partial<TaskProps> = {}) {
  const platform = new TestPlatform();
  const app = platform.component();
  const task = new Task(app, 'migrate', { ...least, ...more });
  return { platform, app, task };
}

it('keeps every rule', () => {
  expect(build().platform.findings).toEqual([]);
});

it('runs anew at each sync, in the place of the last run', () => {
  const { annotations } = build().platform.get('Job', 'migrate').object.metadata;
  expect(annotations).toMatchObject({
    'argocd.argoproj.io/hook': 'Sync',
    'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
  });
});

it('ends: by itself, after a number of attempts, or when its time is over', () => {
  const { platform } = build({ backoffLimit: 2 });
  const job = platform.spec('Job', 'migrate');
  expect(job).toMatchObject({ activeDeadlineSeconds: 120, backoffLimit: 2 });
  expect(job.template?.spec?.restartPolicy).toBe('Never');
  expect(platform.container('Job', 'migrate')).not.toHaveProperty('livenessProbe');
});

it('gives way to everything that serves', () => {
  expect(build().platform.spec('Job', 'migrate').template?.spec?.priorityClassName).toBe('shop-batch');
});

it('takes in what a server tells, and may be waited for', () => {
  const { platform, app, task } = build();
  connect(task, foreignEndpoint('postgres', 5432, { prefix: 'DATABASE', values: { HOST: 'postgres' } }));
  const api = new StatelessWorkload(app, 'api', { ...workload, preStop: ['sleep', '5'] });
  const [port] = workload.ports;
  connect(api, { ...foreignEndpoint('orders', port.number), readyAfter: [task.peer] });
  expect(platform.variables('Job', 'migrate')).toEqual({ DATABASE_HOST: 'postgres' });
  const wave = (kind: string, name: string): number =>
    Number(platform.get(kind, name).object.metadata.annotations?.['argocd.argoproj.io/sync-wave']);
  expect(wave('Deployment', 'api')).toBeGreaterThan(wave('Job', 'migrate'));
});
