import type { Workload } from '../harness/workload';
import type { Files } from '../harness/volumes';

/** A password that breaks every script and configuration file that quotes carelessly, with the line end of an editor. */
export function passwordOf(secret: string): string {
  return `p "q" \\n '#$${secret}' %s;&é`;
}

/** A Secret for each that the workloads' pods mount. */
export function secretsFor(...workloads: readonly Workload[]): Readonly<Record<string, Files>> {
  const names = workloads
    .flatMap(({ spec }) => spec.template.spec.volumes ?? [])
    .flatMap(({ projected }) => projected?.sources ?? [])
    .flatMap(({ secret }) => (secret ? [secret.name] : []));
  return Object.fromEntries(names.map((name) => [name, { password: `${passwordOf(name)}\n` }]));
}
