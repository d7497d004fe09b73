/**
 * A service behind the edge: tells what reached it, as JSON. Started as a
 * program of its own, with its port – and, for TLS, its key and certificate –
 * as arguments.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';

const [port = '', key, certificate] = process.argv.slice(2);
const connections = new WeakMap<Socket, { readonly number: number; requests: number }>();
let accepted = 0;

function answer(request: IncomingMessage, response: ServerResponse): void {
  const connection = connections.get(request.socket) ?? { number: (accepted += 1), requests: 0 };
  connection.requests += 1;
  connections.set(request.socket, connection);
  const url = new URL(request.url ?? '/', 'http://stub');
  let bytes = 0;
  request.on('data', (chunk: Buffer) => (bytes += chunk.length));
  request.on('end', () => {
    const { method, headers } = request;
    const echo = JSON.stringify({ port: Number(port), method, url: request.url, headers, bytes, connection });
    const body = echo.padEnd(Number(url.searchParams.get('length') ?? '0'));
    const tell = (): void => {
      response.writeHead(Number(url.searchParams.get('status') ?? '200'), {
        'content-type': 'application/json',
        'content-length': body.length,
        'x-powered-by': 'stub',
        ...(url.searchParams.has('own') ? ownHeaders : {}),
      });
      response.end(body);
    };
    setTimeout(tell, Number(url.searchParams.get('delay') ?? '0'));
  });
}

/** What a service that cares for its own safety sends. */
const ownHeaders = {
  'cache-control': 'private',
  'content-security-policy': "default-src 'none'",
  'strict-transport-security': 'max-age=1',
  'x-content-type-options': 'nosniff',
  'x-request-id': 'of-the-service',
};

const server =
  key !== undefined && certificate !== undefined
    ? createTlsServer({ key: readFileSync(key), cert: readFileSync(certificate) }, answer)
    : createServer(answer);
server.on('upgrade', (_request: IncomingMessage, socket: Socket) => {
  socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n');
  socket.pipe(socket);
});
server.listen(Number(port), () => {
  console.log('listening');
});
