/** SCRAM-SHA-256, by which PostgreSQL asks for a password: RFC 5802 and 7677, without channel binding. */
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

export const SCRAM = 'SCRAM-SHA-256';

export interface ScramClient {
  /** What the client says first. */
  readonly first: string;
  /** The proof that it knows the password, for what the server answered. */
  prove(challenge: string): string;
}

export function startScram(password: string, nonce = randomBytes(18).toString('base64')): ScramClient {
  // The server takes the name of the user from the start of the connection.
  const bare = `n=,r=${nonce}`;
  return {
    first: `n,,${bare}`,
    prove(challenge) {
      const fields = new Map(challenge.split(',').map((field) => [field.slice(0, 1), field.slice(2)]));
      const [joint = '', salt = '', rounds = ''] = ['r', 's', 'i'].map((name) => fields.get(name));
      if (!joint.startsWith(nonce)) throw new Error('The server answered somebody else.');
      const salted = pbkdf2Sync(password, Buffer.from(salt, 'base64'), Number(rounds), 32, 'sha256');
      const clientKey = sign(salted, 'Client Key');
      const unproven = `c=biws,r=${joint}`;
      const signature = sign(createHash('sha256').update(clientKey).digest(), `${bare},${challenge},${unproven}`);
      const proof = clientKey.map((byte, index) => byte ^ (signature[index] ?? 0));
      return `${unproven},p=${Buffer.from(proof).toString('base64')}`;
    },
  };
}

function sign(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
