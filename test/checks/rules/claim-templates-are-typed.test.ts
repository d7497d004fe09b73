import { claimTemplatesAreTyped } from '../../../lib/checks/rules/claim-templates-are-typed';
import { remove, set, testRule } from '../table';

const postgres = 'StatefulSet shop-data/postgres';

testRule(claimTemplatesAreTyped, {
  breaks: {
    'no version': {
      change: remove(postgres, '/spec/volumeClaimTemplates/0/apiVersion'),
      at: `${postgres} /spec/volumeClaimTemplates/0/apiVersion`,
    },
    'another kind': {
      change: set(postgres, '/spec/volumeClaimTemplates/0/kind', 'Volume'),
      at: `${postgres} /spec/volumeClaimTemplates/0/kind`,
    },
  },
});
