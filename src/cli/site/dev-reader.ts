/** Reads pages of a server for writers as a browser does: one that is open is loaded again whenever the server says so. */
import { once } from 'node:events';

export interface LoadedPage {
  readonly status: number;
  readonly html: string;
}

/** What Vite sends. */
interface Message {
  readonly type: string;
  readonly event?: string;
  readonly data?: unknown;
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
    const isShown = async ({ type }: Message) => type === 'full-reload' && isWanted(await this.load(page));
    await this.#untilMessage(isShown, act);
  }

  /** Does something, and waits until the server says what is wanted to the scripts of open pages. */
  async untilTold(event: string, isWanted: (data: unknown) => boolean, act: () => void): Promise<void> {
    await this.#untilMessage(async (message) => message.event === event && isWanted(message.data), act);
  }

  async #untilMessage(isWanted: (message: Message) => Promise<boolean>, act: () => void): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const listen = ({ data }: MessageEvent) => {
      isWanted(JSON.parse(String(data))).then((isMet) => isMet && resolve(), reject);
    };
    this.#socket.addEventListener('message', listen);
    act();
    await promise.finally(() => this.#socket.removeEventListener('message', listen));
  }

  close(): void {
    this.#socket.close();
  }
}
