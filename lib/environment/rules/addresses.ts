import { AddressBlock } from '../address-block';
import { rule } from '../environment-rule';
import type { Mistake, Path } from '../problem';
import { wordsFor } from '../value-words';

/** What a block of addresses is for: what pods may reach, who may come, or whose word counts. */
type Use = 'reach' | 'client' | 'trust';

/** Where clouds answer every pod with the node's own credentials (IPv4; IPv6 on AWS). */
const metadataAddresses = ['169.254.169.254/32', 'fd00:ec2::254/128'].flatMap((text) => AddressBlock.parse(text) ?? []);

/** Pods that talk to the API server, and to DNS, reach nothing else by it. */
export const clusterBlocksAreNarrow = rule(['cluster'], ({ cluster: { apiServer, dns } }) => [
  ...judge('reach', apiServer.cidrs, ['cluster', 'apiServer', 'cidrs']),
  ...(dns.nodeLocalCidr === undefined ? [] : judgeOne('reach', dns.nodeLocalCidr, ['cluster', 'dns', 'nodeLocalCidr'])),
]);

/** Only proxies are believed when they say where a request comes from. */
export const exposureBlocksAreNarrow = rule(['exposure'], ({ exposure }) => [
  ...(exposure.type === 'loadBalancer' ? judge('client', exposure.clientCidrs, ['exposure', 'clientCidrs']) : []),
  ...judge('trust', exposure.trustedProxies, ['exposure', 'trustedProxies']),
]);

/** Clients of a database outside the cluster reach it, and nothing else. */
export const postgresBlocksAreNarrow = rule(['postgres'], ({ postgres }) =>
  postgres.engine === 'external' ? judge('reach', postgres.cidrs, ['postgres', 'cidrs']) : [],
);

/** The same for an in-memory store outside the cluster. */
export const redisBlocksAreNarrow = rule(['redis'], ({ redis }) =>
  redis.mode === 'external' ? judge('reach', redis.cidrs, ['redis', 'cidrs']) : [],
);

function judge(use: Use, texts: readonly string[], path: Path): readonly Mistake[] {
  return texts.flatMap((text, index) => judgeOne(use, text, [...path, index]));
}

function judgeOne(use: Use, text: string, path: Path): readonly Mistake[] {
  const block = AddressBlock.parse(text);
  const mistake = block === undefined ? notABlock : mistakeOf(block, use);
  return mistake === undefined ? [] : [{ path, found: wordsFor(text), ...mistake }];
}

type Judgement = Pick<Mistake, 'expected' | 'fix'>;

const notABlock: Judgement = {
  expected: 'an address block in CIDR notation',
  fix: 'write it like 10.0.0.0/16 or 2001:db8::/48',
};

function mistakeOf(block: AddressBlock, use: Use): Judgement | undefined {
  if (use === 'trust' && block.isEverything) {
    return {
      expected: 'the addresses of your own proxies: everyone else could claim to come from anywhere',
      fix: 'list the proxies, or remove the line when there is none',
    };
  }
  if (use === 'reach' && metadataAddresses.some((address) => block.contains(address))) {
    return {
      expected: "a block without the cloud's metadata address, which hands out the node's credentials",
      fix: 'list the addresses that are really needed',
    };
  }
  if (!block.network.equals(block)) {
    return {
      expected: `the first address of the block, ${block.network.toString()}`,
      fix: `write ${block.network.toString()}, or a longer prefix for fewer addresses`,
    };
  }
  return undefined;
}
