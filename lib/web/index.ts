export * from './edge';
export { accessLogFields } from './nginx-access-log';
export { statusPath } from './nginx-probes';
export type { SecurityHeaders } from './edge-headers';
export type { RouteProps } from './edge-route';
export * from './exposure';
export * from './frontend';
export * from './rate-limit';
