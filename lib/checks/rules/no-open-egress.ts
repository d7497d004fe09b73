import { isEverywhere, policyOf } from '../reachability';
import type { Rule } from '../rule';
import { selectsAll } from '../selectors';

/** No policy lets pods out to everybody. */
export const noOpenEgress: Rule = {
  id: 'no-open-egress',
  why: 'With an open way out, whoever takes over a pod can fetch tools and carry data away.',
  kinds: ['NetworkPolicy'],
  check: (manifest) =>
    (policyOf(manifest)?.egress ?? []).flatMap(({ at, peersAt, peers, ports }) => {
      if (!peers) return [{ at, got: 'no `to`: everybody', expected: 'peers' }];
      return peers.flatMap(({ ipBlock, namespaceSelector, podSelector }, index) => {
        const place = `${peersAt}/${index}`;
        if (ipBlock && isEverywhere(ipBlock.cidr ?? '') && (!ports || ports.some(({ port }) => port === undefined))) {
          return [{ at: place, got: `${ipBlock.cidr ?? ''} on every port`, expected: 'a narrower block, or ports' }];
        }
        if (namespaceSelector && selectsAll(namespaceSelector) && (!podSelector || selectsAll(podSelector))) {
          return [{ at: place, got: 'every pod of every namespace', expected: 'a namespace by its name' }];
        }
        return [];
      });
    }),
};
