/** Asks for what was not said: at a terminal, or of a pipe that has an answer in each line. */
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { confirm, isCancel, text } from '@clack/prompts';
import { Refusal } from '../new/refusal.ts';
import type { Ask, Question } from './answers.ts';

/** The person gave up, with Ctrl-C or Escape. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp';
}

export interface Asker {
  readonly ask: Ask;
  confirm(message: string): Promise<boolean>;
}

/** Where questions are shown and answered; the process's own where they are left out. */
interface Terminal {
  readonly input?: Readable;
  readonly output?: Writable;
}

export function askAtTerminal(terminal: Terminal = {}): Asker {
  return {
    async ask({ message, suggestion, refuse }) {
      const said = await text({
        message,
        ...(suggestion !== undefined && { initialValue: suggestion }),
        validate: (typed = '') => refuse(typed),
        ...terminal,
      });
      if (isCancel(said)) throw new GivenUp();
      return said ?? '';
    },
    async confirm(message) {
      const said = await confirm({ message, ...terminal });
      if (isCancel(said)) throw new GivenUp();
      return said;
    },
  };
}

/** An empty line takes what is suggested. A pipe cannot think again: what it says wrong ends it. */
export function askOfPipe(input: Readable, output: Writable): Asker {
  const lines = createInterface({ input, terminal: false })[Symbol.asyncIterator]();
  const next = async (question: string, missing: string) => {
    output.write(question);
    const { value, done } = await lines.next();
    output.write('\n');
    if (done) throw new Refusal(`Nothing was written, since ${missing}`);
    return value.trim();
  };
  return {
    async ask({ field, message, suggestion, refuse }: Question) {
      const shown = suggestion === undefined ? '' : ` [${suggestion}]`;
      const missing = `nothing says what --${field} is: give it, or --yes to take what is suggested`;
      const typed = await next(`${message}${shown} `, missing);
      const said = typed === '' ? (suggestion ?? '') : typed;
      const refusal = refuse(said);
      if (refusal !== undefined) throw new Refusal(`Nothing was written. --${field}: ${refusal}`);
      return said;
    },
    async confirm(message) {
      return /^y(es)?$/i.test(await next(`${message} [y/n] `, 'nothing says yes: give --yes'));
    },
  };
}
