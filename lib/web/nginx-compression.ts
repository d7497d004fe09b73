import type { Lines } from './nginx-text';
import { part } from './nginx-text';

/** What shrinks; images, fonts in WOFF2 and archives are compressed already, and HTML always is. */
const types = [
  'application/javascript',
  'application/json',
  'application/ld+json',
  'application/manifest+json',
  'application/problem+json',
  'application/wasm',
  'application/xml',
  'image/svg+xml',
  'text/css',
  'text/csv',
  'text/javascript',
  'text/plain',
  'text/xml',
];

/** Below this, headers and latency outweigh what is saved. */
const minimumBytes = 1024;
/** Of 9 levels the one after which time grows faster than what is saved. */
const level = 5;

/** Compression of answers on their way. */
export const compression: Lines = part('Text is compressed on its way.', [
  'gzip on;',
  'gzip_vary on;',
  'gzip_proxied any;',
  `gzip_comp_level ${level};`,
  `gzip_min_length ${minimumBytes};`,
  'gzip_types',
  ...types.map((type, index) => `    ${type}${index === types.length - 1 ? ';' : ''}`),
]);
