import { podTemplateOf } from '../pods';
import type { Finding, Rule } from '../rule';
import { specOf } from '../specs';

/** A Job ends: after some attempts, after some time, and alone. */
export const jobsAreBounded: Rule = {
  id: 'jobs-are-bounded',
  why: 'A Job that hangs holds up the sync or the next backup, and nobody is told.',
  aliases: ['cronjob-has-deadline', 'cronjob-restartpolicy', 'restart-policy'],
  kinds: ['Job', 'CronJob'],
  check: (manifest) => {
    const cron = specOf('CronJob', manifest);
    const job = cron ? (cron.jobTemplate?.spec ?? {}) : specOf('Job', manifest);
    if (!job) return [];
    const at = cron ? '/spec/jobTemplate/spec' : '/spec';
    const restartPolicy = podTemplateOf(manifest)?.spec.restartPolicy;
    const checks: readonly (Finding & { readonly right: boolean })[] = [
      {
        at: `${at}/backoffLimit`,
        got: job.backoffLimit,
        expected: 'a number of attempts',
        right: job.backoffLimit !== undefined,
      },
      {
        at: `${at}/activeDeadlineSeconds`,
        got: job.activeDeadlineSeconds,
        expected: 'a time after which it has failed',
        right: job.activeDeadlineSeconds !== undefined,
      },
      {
        at: `${at}/template/spec/restartPolicy`,
        got: restartPolicy,
        expected: 'Never or OnFailure',
        right: restartPolicy === 'Never' || restartPolicy === 'OnFailure',
      },
      ...(cron
        ? [
            {
              at: '/spec/concurrencyPolicy',
              got: cron.concurrencyPolicy,
              expected: 'Forbid or Replace',
              right: cron.concurrencyPolicy === 'Forbid' || cron.concurrencyPolicy === 'Replace',
            },
            {
              at: '/spec/startingDeadlineSeconds',
              got: cron.startingDeadlineSeconds,
              expected: 'how late it may start',
              right: cron.startingDeadlineSeconds !== undefined,
            },
            {
              at: '/spec/timeZone',
              got: cron.timeZone,
              expected: 'a time zone such as Etc/UTC',
              right: cron.timeZone !== undefined,
            },
          ]
        : []),
    ];
    return checks.filter(({ right }) => !right);
  },
};
