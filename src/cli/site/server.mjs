/** Serves a built site as a static host does: below its base path, with its own 404 page and what `_headers` says. */
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { findHeaders, readHeadersFile } from './headers-file.mjs';

/** Attempts at a free port, from the wanted one upward. */
const PORTS = 50;

/**
 * @param {{ folder: string, base: string, port: number, host?: string }} options `host` defaults to this machine only
 * @returns {Promise<{ port: number, close: () => void }>} the port may be a later one, when the wanted one is taken
 */
export async function startServer({ folder, base, port, host }) {
  // Not before the packages are installed, which is the first thing that `npm start` does.
  const { default: sirv } = await import('sirv');
  const { default: compression } = await import('compression');
  const respond = createResponder(sirv(folder, { dev: true, etag: true }), compression(), folder, base);
  // A browser may look for localhost at either address, and must not find another program there.
  const hosts = host === undefined ? ['127.0.0.1', '::1'] : [host];
  for (let candidate = port; candidate < port + PORTS; candidate += 1) {
    const servers = await listenAll(respond, hosts, candidate);
    if (servers === undefined) continue;
    const close = () => {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    };
    return { port: candidate, close };
  }
  throw new Error(`The ports ${port} to ${port + PORTS - 1} are all taken`);
}

/** One server an address; `undefined` when the port is taken at one of them. */
async function listenAll(respond, hosts, port) {
  const servers = [];
  for (const host of hosts) {
    const server = createServer(respond);
    const code = await new Promise((resolve) => {
      server.once('error', (error) => resolve(error.code));
      server.listen(port, host, () => resolve(undefined));
    });
    if (code === undefined) servers.push(server);
    else if (code === 'EADDRINUSE' || code === 'EACCES') {
      for (const other of servers) other.close();
      return undefined;
    } else if (host !== '::1') throw new Error(`Cannot listen at ${host}: ${code}`);
  }
  return servers;
}

/** @param sendFile looks for the file at each request, so that a new build is served at once */
function createResponder(sendFile, compress, folder, base) {
  const sendHeaders = (response, address) => {
    const rules = readHeadersFile(path.join(folder, '_headers'));
    for (const [name, value] of Object.entries(findHeaders(rules, address))) response.setHeader(name, value);
  };
  const sendMissing = (response) => {
    const page = createReadStream(path.join(folder, '404.html'));
    page.once('open', () => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      page.pipe(response);
    });
    // While the site is being built anew there may be none.
    page.once('error', () => response.writeHead(404).end());
  };
  return (request, response) => {
    const address = request.url ?? '/';
    if (address.startsWith(base)) {
      request.url = `/${address.slice(base.length)}`;
      sendHeaders(response, address.replace(/[?#].*$/, ''));
      compress(request, response, () => sendFile(request, response, () => sendMissing(response)));
    } else if (address === '/') response.writeHead(302, { location: base }).end();
    else sendMissing(response);
  };
}
