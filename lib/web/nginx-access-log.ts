import type { Lines } from './nginx-text';
import { block, part } from './nginx-text';

/** Whose log it is, and what tells it who asked. */
export interface AccessLogProps {
  readonly service: string;
  /** The variable with the client's address. */
  readonly client: '$remote_addr' | '$http_x_forwarded_for';
}

/** Holds the id of a request: the one it came with, when that is a plain word, else a new one. */
export const requestId = '$request_identity';

/** Fields that are numbers in JSON too. `$status` is `000` when there is no answer, which is no number in JSON. */
const numbers = {
  status: '$status_number',
  duration_seconds: '$request_time',
  bytes_sent: '$bytes_sent',
  bytes_received: '$request_length',
} as const;

const texts = {
  time: '$time_iso8601',
  request_id: requestId,
  trace_id: '$trace_id',
  method: '$request_method',
  host: '$host',
  path: '$request_path',
  protocol: '$server_protocol',
  tls: '$ssl_protocol',
  upstream: '$upstream_addr',
  upstream_status: '$upstream_status',
  upstream_seconds: '$upstream_response_time',
  user_agent: '$http_user_agent',
} as const;

/** The fields of a line of the log. */
export const accessLogFields: readonly string[] = ['service', 'client', ...Object.keys(texts), ...Object.keys(numbers)];

/**
 * One line of JSON for every request, on stdout. Query strings are left out,
 * because they carry tokens and personal data.
 */
export function accessLog({ service, client }: AccessLogProps): Lines {
  const { time, ...others } = texts;
  const fields = [
    ...Object.entries({ time, service, client, ...others }).map(([name, value]) => `"${name}":"${value}"`),
    ...Object.entries(numbers).map(([name, value]) => `"${name}":${value}`),
  ];
  const last = fields.length - 1;
  return [
    ...part(
      'Every request has an id: its own, when that is a plain word, else a new one.',
      block(`map $http_x_request_id ${requestId}`, [
        '"~^[A-Za-z0-9._-]{8,64}$" $http_x_request_id;',
        'default $request_id;',
      ]),
    ),
    ...part(
      'The log: one line of JSON for every request, without query strings, which carry tokens and personal data.',
      block('map $request_uri $request_path', ['"~^(?<path_alone>[^?]*)" $path_alone;']),
      block('map $http_traceparent $trace_id', ['"~^[0-9a-f]{2}-(?<trace_alone>[0-9a-f]{32})-" $trace_alone;']),
      block('map $status $status_number', ['"~^0" 0;', 'default $status;']),
      ['log_format json escape=json'],
      fields.map((field, index) => `    '${index === 0 ? '{' : ''}${field}${index === last ? `}';` : `,'`}`),
      ['access_log /dev/stdout json;'],
    ),
  ];
}
