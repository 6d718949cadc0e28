/** Reads pages of a server for writers as a browser does: one that is open is loaded again whenever the server says so. */
import { once } from 'node:events';

export interface LoadedPage {
  readonly status: number;
  readonly html: string;
}

export class DevReader {
  readonly #url: string;
  readonly #socket: WebSocket;

  private constructor(url: string, socket: WebSocket) {
    this.#url = url;
    this.#socket = socket;
  }

  /** @param url of the first page */
  static async open(url: string): Promise<DevReader> {
    // Vite answers at the root: Astro takes the base off before.
    const socket = new WebSocket(new URL('/', url.replace('http:', 'ws:')), 'vite-hmr');
    await once(socket, 'open');
    return new DevReader(url, socket);
  }

  async load(page: string): Promise<LoadedPage> {
    const response = await fetch(new URL(page, this.#url));
    return { status: response.status, html: await response.text() };
  }

  /** Does something, and waits until an open page shows what is wanted. */
  async untilShown(page: string, isWanted: (page: LoadedPage) => boolean, act: () => void): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const load = async () => {
      if (isWanted(await this.load(page))) resolve();
    };
    const listen = ({ data }: MessageEvent) => {
      if (JSON.parse(String(data)).type === 'full-reload') load().catch(reject);
    };
    this.#socket.addEventListener('message', listen);
    act();
    await promise.finally(() => this.#socket.removeEventListener('message', listen));
  }

  close(): void {
    this.#socket.close();
  }
}
