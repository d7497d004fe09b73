import { certificateKeys } from '../security';
import type { Lines } from './nginx-text';
import { block, part } from './nginx-text';

/** Where the Secret with the public certificate is mounted. */
export const certificateDirectory = '/etc/nginx/tls';

/** Forward-secret, authenticated, and spoken by every client of the last ten years. TLS 1.3 has its own. */
const ciphers = [
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
];

/** TLS for all listeners that have it. */
export const tls: Lines = [
  ...part(
    'The certificate. A file that a variable names is read anew at each handshake, so a renewed one\n' +
      'counts as soon as the kubelet has brought it, without a reload.',
    block('map "" $certificate_file', [`default ${certificateDirectory}/${certificateKeys.certificate};`]),
    block('map "" $certificate_key_file', [`default ${certificateDirectory}/${certificateKeys.key};`]),
    ['ssl_certificate $certificate_file;', 'ssl_certificate_key $certificate_key_file;'],
  ),
  ...part(
    'TLS 1.2 with forward secrecy, and 1.3. Sessions are resumed from memory: tickets would need keys\n' +
      'that are shared between replicas and rotated. No stapling: public issuers have given up OCSP.',
    [
      'ssl_protocols TLSv1.2 TLSv1.3;',
      `ssl_ciphers ${ciphers.join(':')};`,
      'ssl_prefer_server_ciphers off;',
      'ssl_session_cache shared:sessions:10m;',
      'ssl_session_timeout 1h;',
      'ssl_session_tickets off;',
    ],
  ),
];
