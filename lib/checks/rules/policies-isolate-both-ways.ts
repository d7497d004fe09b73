import type { Rule } from '../rule';
import { specOf } from '../specs';

const directions = ['Ingress', 'Egress'] as const;

/** Every network policy governs what comes in and what goes out. */
export const policiesIsolateBothWays: Rule = {
  id: 'policies-isolate-both-ways',
  why: 'A policy of one direction leans on another one for the second; when that one goes, the pods are open.',
  aliases: ['C-0260'],
  kinds: ['NetworkPolicy'],
  check: (manifest) => {
    const got = specOf('NetworkPolicy', manifest)?.policyTypes ?? [];
    return directions
      .filter((direction) => !got.includes(direction))
      .map((direction) => ({ at: '/spec/policyTypes', got, expected: `${direction} among them` }));
  },
};
