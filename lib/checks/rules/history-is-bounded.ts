import type { Finding, Rule } from '../rule';
import { specOf } from '../specs';

const most = 10;

/** Old revisions and finished jobs are kept, and not for ever. */
export const historyIsBounded: Rule = {
  id: 'history-is-bounded',
  why: 'Without history there is nothing to roll back to or to read after a failure; with all of it the API server fills up.',
  kinds: ['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob'],
  check: (manifest) => {
    const controller =
      specOf('Deployment', manifest) ?? specOf('StatefulSet', manifest) ?? specOf('DaemonSet', manifest);
    const cron = specOf('CronJob', manifest);
    const kept: readonly Finding[] = [
      ...(controller
        ? [{ at: '/spec/revisionHistoryLimit', got: controller.revisionHistoryLimit, expected: `1 to ${most}` }]
        : []),
      ...(cron
        ? [
            { at: '/spec/successfulJobsHistoryLimit', got: cron.successfulJobsHistoryLimit, expected: `1 to ${most}` },
            { at: '/spec/failedJobsHistoryLimit', got: cron.failedJobsHistoryLimit, expected: `1 to ${most}` },
          ]
        : []),
    ];
    return kept.filter(({ got }) => typeof got !== 'number' || got < 1 || got > most);
  },
};
