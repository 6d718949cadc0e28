/** What a parser says, as a writer needs it: what is wrong with the text, and how to mend it. */

export interface ProblemKind {
  /** Of what the parser says, up to its end where a message takes its place. */
  readonly pattern: RegExp;
  /** Where there is none the parser's is good enough. */
  readonly message?: string;
  readonly hint: string;
}

/**
 * @param said what the patterns are of
 * @param other what is told where no pattern knows it, and the message where a kind has none
 */
export function explainProblem(
  kinds: readonly ProblemKind[],
  said: string,
  other: { readonly sentence: string; readonly hint: string },
): { message: string; hint: string } {
  const kind = kinds.find(({ pattern }) => pattern.test(said));
  const { sentence } = other;
  return {
    message:
      kind?.message === undefined
        ? sentence.charAt(0).toLowerCase() + sentence.slice(1)
        : said.replace(kind.pattern, kind.message),
    hint: kind?.hint ?? other.hint,
  };
}
