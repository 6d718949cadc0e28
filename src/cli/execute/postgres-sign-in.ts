/** What a client answers to a PostgreSQL server that asks who it is. */
import { createHash } from 'node:crypto';
import { messages, protocol } from '@electric-sql/pglite';
import { SCRAM, startScram } from './scram.ts';

const { serialize } = protocol;

/** @returns the answer to a message of the server; `undefined` where it asks for none */
export function createSignIn(user: string, password: string): (message: object) => Uint8Array | undefined {
  const scram = startScram(password);
  return (message) => {
    if (message instanceof messages.AuthenticationCleartextPassword) return serialize.password(password);
    if (message instanceof messages.AuthenticationMD5Password) {
      const salted = Buffer.concat([Buffer.from(hash(password + user)), message.salt]);
      return serialize.password(`md5${hash(salted)}`);
    }
    if (message instanceof messages.AuthenticationSASL)
      return serialize.sendSASLInitialResponseMessage(SCRAM, scram.first);
    if (message instanceof messages.AuthenticationSASLContinue)
      return serialize.sendSCRAMClientFinalMessage(scram.prove(message.data));
    return undefined;
  };
}

function hash(content: string | Buffer): string {
  return createHash('md5').update(content).digest('hex');
}
