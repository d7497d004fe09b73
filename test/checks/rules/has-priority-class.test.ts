import { hasPriorityClass } from '../../../lib/checks/rules/has-priority-class';
import { remove, set, testRule } from '../table';

const api = 'Deployment shop-app/api';
const postgres = 'StatefulSet shop-data/postgres';
const pod = '/spec/template/spec';

testRule(hasPriorityClass, {
  breaks: {
    'no class': { change: remove(api, `${pod}/priorityClassName`), at: `${api} ${pod}/priorityClassName` },
    'an empty name': {
      change: set(postgres, `${pod}/priorityClassName`, ''),
      at: `${postgres} ${pod}/priorityClassName`,
    },
  },
});
