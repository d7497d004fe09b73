import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const project = join(__dirname, '..', '..');
const marker = '// Your own services go here';

/** The first code block of a language after a line of the README. */
function readmeBlock(after: string, language: string): string {
  const readme = readFileSync(join(project, 'README.md'), 'utf8');
  const rest = readme.slice(readme.indexOf(after));
  const block = new RegExp(`^( *)\`\`\`${language}\\n([\\s\\S]*?)^\\1\`\`\``, 'm').exec(rest);
  if (!block) throw new Error(`README.md has no ${language} block after '${after}'`);
  return (block[2] ?? '')
    .split('\n')
    .map((line) => line.slice((block[1] ?? '').length))
    .join('\n')
    .trimEnd();
}

const indent = (text: string, spaces: number): string => text.replaceAll(/^(?=.)/gm, ' '.repeat(spaces));

describe('the service of the README', () => {
  const imageLines = readmeBlock('## Add a service', 'yaml');
  const serviceLines = readmeBlock('## Add a service', 'ts');
  const folder = mkdtempSync(join(tmpdir(), 'drydock-readme-'));
  const outdir = join(folder, 'dist');
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  beforeAll(() => {
    for (const copied of ['charts', 'environments', 'main.ts', 'package.json', 'tsconfig.json']) {
      cpSync(join(project, copied), join(folder, copied), { recursive: true });
    }
    for (const shared of ['lib', 'imports', 'node_modules']) symlinkSync(join(project, shared), join(folder, shared));
    const images = join(folder, 'environments', 'images.yaml');
    writeFileSync(images, `${readFileSync(images, 'utf8').trimEnd()}\n${indent(imageLines, 2)}\n`);
    const tier = join(folder, 'charts', 'app-tier.ts');
    writeFileSync(tier, readFileSync(tier, 'utf8').replace(marker, `${serviceLines}\n${marker}`));
    execFileSync(process.execPath, ['--import', 'tsx', 'main.ts'], {
      cwd: folder,
      env: { ...process.env, CDK8S_OUTDIR: outdir },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  });

  test('takes at most 15 lines', () => {
    expect([...imageLines.split('\n'), ...serviceLines.split('\n')].length).toBeLessThanOrEqual(15);
  });

  test.each(['development', 'staging', 'production'])('yields every derived object in %s', (environment) => {
    const files = readdirSync(join(outdir, environment, 'app'));
    for (const kind of [
      'deployment',
      'service',
      'serviceaccount',
      'networkpolicy',
      'poddisruptionbudget',
      'verticalpodautoscaler',
    ]) {
      expect(files).toContain(`${kind}-reports.yaml`);
    }
  });

  test('is let in by the database and the cache, and told where they are', () => {
    const read = (path: string): string => readFileSync(join(outdir, 'development', path), 'utf8');
    expect(read('data/networkpolicy-postgres.yaml')).toContain('app.kubernetes.io/name: reports');
    expect(read('data/networkpolicy-redis.yaml')).toContain('app.kubernetes.io/name: reports');
    const deployment = read('app/deployment-reports.yaml');
    for (const variable of ['DATABASE_HOST', 'DATABASE_PASSWORD_FILE', 'REDIS_HOST', 'REDIS_PASSWORD_FILE']) {
      expect(deployment).toContain(`name: ${variable}\n`);
    }
  });
});
