import type { Overlay } from './schema';

/** Facts that the API server checks in code, which its OpenAPI document therefore does not tell. */
export const overlay: Overlay = {};
