/** Why nothing was written, as a sentence for the person at the keyboard. */
export class Refusal extends Error {
  override readonly name: string = 'Refusal';
}

/** The words of the command do not make sense, so that the usage helps. */
export class UsageError extends Refusal {
  override readonly name = 'UsageError';
}
