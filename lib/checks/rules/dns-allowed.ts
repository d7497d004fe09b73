import type { Protocol } from '../../contracts';
import type { Manifests } from '../manifests';
import type { PodGroup } from '../pod-groups';
import { podGroups, podMakers } from '../pod-groups';
import { declaredTraffic, endsOf, passes } from '../reachability';
import type { Rule } from '../rule';

const dnsPort = 53;
const protocols = ['UDP', 'TCP'] as const;

/** Pods that connect to something may resolve names, over UDP and – for long answers – TCP. */
export const dnsAllowed: Rule = {
  id: 'dns-allowed',
  why: 'Without DNS every connection by name fails, after a time-out that looks like a fault of the server.',
  kinds: podMakers,
  check: (manifest, all) => {
    const groups = podGroups(all).of(manifest);
    return protocols
      .filter((protocol) => groups.some((group) => !mayAsk(group, protocol, all)))
      .map((protocol) => ({
        at: '/metadata/name',
        got: `no way to a DNS server on ${protocol} ${dnsPort}`,
        expected: 'a declared connection to the cluster’s DNS, and an egress rule for it',
      }));
  },
};

function mayAsk(group: PodGroup, protocol: Protocol, all: Manifests): boolean {
  const outgoing = declaredTraffic(group, 'egress', all);
  const port = { name: 'dns', number: dnsPort, protocol };
  return (
    outgoing.length === 0 ||
    outgoing.some(
      ({ far, ports }) =>
        ports.some((declared) => declared.number === dnsPort && declared.protocol === protocol) &&
        endsOf(far, all).every((end) => passes(group, 'egress', end, port, all)),
    )
  );
}
