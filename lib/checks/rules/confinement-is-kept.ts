import type { SeLinuxOptions, WindowsSecurityContextOptions } from 'cdk8s-plus-27/lib/imports/k8s';
import { pointer } from '../json-pointer';
import { containersOf, podKinds, podTemplateOf } from '../pods';
import type { Rendered } from '../rendered';
import type { Finding, Rule } from '../rule';

const appArmorAnnotation = 'container.apparmor.security.beta.kubernetes.io/';
const seLinuxTypes = new Set(['', 'container_t', 'container_init_t', 'container_kvm_t']);

interface Confinement {
  readonly appArmorProfile?: { readonly type?: string };
  readonly seLinuxOptions?: Rendered<SeLinuxOptions>;
  readonly windowsOptions?: Rendered<WindowsSecurityContextOptions>;
}

/** No pod steps out of AppArmor, SELinux or its container. */
export const confinementIsKept: Rule = {
  id: 'confinement-is-kept',
  why: 'These profiles still hold when everything else about a container was overcome.',
  aliases: [
    'PSS baseline appArmorProfile',
    'PSS baseline seLinuxOptions',
    'PSS baseline windowsHostProcess',
    'C-0202',
    'hostProcess',
    'KSV-0002',
    'KSV-0025',
    'KSV-0103',
  ],
  kinds: podKinds,
  check: (manifest) => {
    const pod = podTemplateOf(manifest);
    if (!pod) return [];
    const unconfined = Object.entries(pod.annotations)
      .filter(([key, profile]) => key.startsWith(appArmorAnnotation) && profile === 'unconfined')
      .map(([key, got]) => ({
        at: `${pod.metadataAt}${pointer('annotations', key)}`,
        got,
        expected: 'runtime/default',
      }));
    return [
      ...unconfined,
      ...weakened(`${pod.at}/securityContext`, pod.spec.securityContext),
      ...containersOf(manifest).flatMap(({ at, container }) =>
        weakened(`${at}/securityContext`, container.securityContext),
      ),
    ];
  },
};

function weakened(at: string, context: Confinement = {}): readonly Finding[] {
  const { appArmorProfile, seLinuxOptions: { type = '', user, role } = {}, windowsOptions } = context;
  const problems: readonly (Finding & { readonly wrong: boolean })[] = [
    {
      at: `${at}/appArmorProfile/type`,
      got: appArmorProfile?.type,
      expected: 'RuntimeDefault',
      wrong: appArmorProfile?.type === 'Unconfined',
    },
    { at: `${at}/seLinuxOptions/type`, got: type, expected: 'container_t', wrong: !seLinuxTypes.has(type) },
    { at: `${at}/seLinuxOptions/user`, got: user, expected: 'nothing', wrong: Boolean(user) },
    { at: `${at}/seLinuxOptions/role`, got: role, expected: 'nothing', wrong: Boolean(role) },
    {
      at: `${at}/windowsOptions/hostProcess`,
      got: true,
      expected: 'false',
      wrong: windowsOptions?.hostProcess === true,
    },
  ];
  return problems.filter(({ wrong }) => wrong);
}
