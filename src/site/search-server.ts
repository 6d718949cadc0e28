/** Serves the search index of the last build while writing, and says so where there is none. */
import { createReadStream, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = { '.json': 'application/json', '.txt': 'text/plain' };

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/**
 * Answers requests below `<base>search-index/`.
 * @param folder where the last build wrote its index; need not exist
 */
export function createSearchServer(folder: string, base: string): Handler {
  return (request, response, next) => {
    const name = fileNameOf(request.url ?? '', base);
    if (name === undefined) return next();
    const file = path.join(folder, name);
    const isInside = file.startsWith(folder + path.sep);
    if (isInside && statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.setHeader('Content-Type', TYPES[path.extname(file)] ?? 'application/octet-stream');
      response.setHeader('Cache-Control', 'no-cache');
      createReadStream(file).pipe(response);
    } else if (name === 'languages.json') {
      // No language has an index yet. Not 404, which browsers print as an error that nobody can mend.
      response.setHeader('Content-Type', 'application/json');
      response.end('{}');
    } else {
      response.statusCode = 404;
      response.end();
    }
  };
}

/** The part of an address after `<base>search-index/`; `undefined` for other addresses. */
function fileNameOf(url: string, base: string): string | undefined {
  const { pathname } = new URL(url, 'http://localhost');
  // Whether the base has been taken off depends on where in the server's chain the request is seen.
  const prefix = [`${base}search-index/`, '/search-index/'].find((start) => pathname.startsWith(start));
  return prefix && pathname.slice(prefix.length);
}
