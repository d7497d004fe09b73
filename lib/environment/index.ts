export * from './environment';
export * from './environment-errors';
export type { Problem } from './problem';
export * from './published-schemas';
export * from './read-environments';
export * from './service-settings';
