/** What a rule says to what was observed. */
export type Verdict =
  | undefined
  /** Why it does not hold; both sides where there are two. */
  | { readonly message: string; readonly got?: string; readonly expected?: string };
