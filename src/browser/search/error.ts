/** Why there is nothing to search. `missing`: the site was never built. `failed`: network or server; try again. */
export class SearchError extends Error {
  override readonly name = 'SearchError';
  readonly code: 'missing' | 'failed';

  constructor(code: 'missing' | 'failed', options?: ErrorOptions) {
    super(code === 'missing' ? 'There is no search index.' : 'The search index could not be loaded.', options);
    this.code = code;
  }
}
