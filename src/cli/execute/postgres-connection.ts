/**
 * A connection to a PostgreSQL server that is asked as PGlite is asked, with messages of the protocol. What reads and prints
 * the answers is the same for both, to the letter; the messages come with PGlite, so that no other client is needed.
 */
import { connect } from 'node:net';
import { messages, protocol } from '@electric-sql/pglite';
import type { ProtocolDatabase } from '../../browser/runners/postgres/execution.ts';
import { createSignIn } from './postgres-sign-in.ts';

export interface PostgresConnection extends ProtocolDatabase {
  /** “15.20” */
  readonly version: string;
  close(): Promise<void>;
}

type OnMessage = (message: object) => void;

const { serialize } = protocol;
/** Milliseconds without a word from a server that was asked: more than a statement may take. */
const SILENCE_LIMIT = 30_000;
/** How a system calls a connection that the other side has ended. */
const RESETS = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED']);

/**
 * @param url with a user, a password and a database; TLS is not spoken
 * @param settings of this session: `{ TimeZone: 'UTC' }`
 * @throws Error with the server's words when it refuses
 */
export async function connectPostgres(
  url: URL,
  settings: Readonly<Record<string, string>> = {},
): Promise<PostgresConnection> {
  const host = url.hostname.replace(/^\[|\]$/g, '') || 'localhost';
  const socket = connect({ host, port: Number(url.port || 5432) });
  const parser = new protocol.Parser();
  let onBytes: (bytes: Uint8Array) => void = () => {};
  let onMessage: OnMessage = () => {};
  let onEnd: (error: Error) => void = () => {};
  let version = '';
  socket.on('data', (bytes) => {
    onBytes(bytes);
    parser.parse(bytes, (message) => onMessage(message));
  });
  socket.on('timeout', () => socket.destroy(new Error('the server says nothing')));
  const fail = (cause?: Error) => onEnd(new Error('the server ended the connection', { cause }));
  // A server that ends a connection while it is asked resets it; whether that or its goodbye is seen first is chance.
  socket.on('error', (error: NodeJS.ErrnoException) => (RESETS.has(error.code ?? '') ? fail(error) : onEnd(error)));
  socket.on('close', () => fail());

  /** Until the server is ready for the next request, or refuses the first one. */
  const ask = (request: Uint8Array, read: OnMessage) =>
    new Promise<void>((resolve, reject) => {
      if (socket.destroyed) throw new Error('the server has ended the connection');
      onEnd = reject;
      onMessage = (message) => {
        read(message);
        if (message instanceof messages.ReadyForQueryMessage) resolve();
      };
      socket.setTimeout(SILENCE_LIMIT);
      socket.write(request);
      // Between two questions it may be silent for as long as it likes.
    }).finally(() => socket.setTimeout(0));

  const user = decodeURIComponent(url.username) || 'postgres';
  const database = decodeURIComponent(url.pathname.slice(1)) || user;
  const options = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  const answer = createSignIn(user, decodeURIComponent(url.password));
  await ask(serialize.startup({ user, database, options: options.join(' ') }), (message) => {
    if (message instanceof messages.DatabaseError) socket.destroy(new Error(message.message));
    if (message instanceof messages.ParameterStatusMessage && message.parameterName === 'server_version')
      version = message.parameterValue.split(' ')[0] ?? '';
    const reply = answer(message);
    if (reply !== undefined) socket.write(reply);
  });
  return {
    version,
    async execProtocolRawStream(request, { onRawData }) {
      onBytes = onRawData;
      await ask(request, (message) => {
        // There is nobody who could type it in.
        if (message instanceof messages.CopyResponse && message.name === 'copyInResponse')
          socket.write(serialize.copyFail('a block has no input'));
      });
      onBytes = () => {};
    },
    close: () =>
      new Promise((resolve) => {
        if (socket.closed) return resolve();
        onEnd = () => resolve();
        socket.end(serialize.end());
      }),
  };
}
