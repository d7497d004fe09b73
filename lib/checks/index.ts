export * from './format-findings';
export * from './judge';
export * from './objections';
export type * from './rule';
