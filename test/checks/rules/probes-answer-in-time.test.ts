import { probesAnswerInTime } from '../../../lib/checks/rules/probes-answer-in-time';
import { set, testRule } from '../table';

const api = 'Deployment shop-app/api';
const container = '/spec/template/spec/containers/0';

testRule(probesAnswerInTime, {
  keeps: { 'as long as the period': set(api, `${container}/readinessProbe/timeoutSeconds`, 5) },
  breaks: {
    'longer than the period': {
      change: set(api, `${container}/readinessProbe/timeoutSeconds`, 6),
      at: `${api} ${container}/readinessProbe/timeoutSeconds`,
    },
  },
});
