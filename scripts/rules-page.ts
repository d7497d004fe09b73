import { writeFileSync } from 'node:fs';
import { rules } from '../lib/checks/rules';
import { rulesPage } from '../lib/checks/rules-page';

writeFileSync('docs/rules.md', rulesPage(rules));
