/**
 * The files that a site publishes of its decks: `cards/<language>/<area>/<topic>.json`, each a `PublishedDeck`, and
 * `cards/<language>/index.json`, a `DeckIndex`. They are made with every build and belong to it: no version, since a page
 * reads those of its own site only.
 */

/** One question that a card asks; `ord` as in Anki. Texts are HTML. */
export interface PublishedFace {
  readonly ord: number;
  readonly front: string;
  readonly back: string;
  /** What is to be typed, as plain text. */
  readonly answer?: string;
}

export interface PublishedCard {
  readonly id: string;
  /** Former ids. */
  readonly was?: readonly string[];
  readonly type: 'basic' | 'reversed' | 'cloze' | 'type';
  readonly tags: readonly string[];
  /** Address of the section that taught it. */
  readonly link?: string;
  /** Where it is written, relative to the project; the line is 1-based. */
  readonly source: { readonly file: string; readonly line: number };
  /** Language tag, where it is not translated. */
  readonly lang?: string;
  readonly faces: readonly PublishedFace[];
}

export interface PublishedDeck {
  /** `id` is `<area>/<topic>`. */
  readonly deck: { readonly id: string; readonly title: string; readonly area: string };
  readonly cards: readonly PublishedCard[];
}

/** What a queue is made of. */
export interface IndexedCard {
  readonly id: string;
  readonly was?: readonly string[];
  readonly tags: readonly string[];
  /** `<id>#<ord>` of each face, in order. */
  readonly keys: readonly string[];
}

export interface DeckIndex {
  readonly decks: readonly {
    readonly id: string;
    readonly title: string;
    readonly area: string;
    readonly areaTitle: string;
    /** In order of introduction. */
    readonly cards: readonly IndexedCard[];
  }[];
}

/** Present card ids by former ones. An id that a card has now is nobody's former one. */
export function listFormer({ decks }: DeckIndex): ReadonlyMap<string, string> {
  const cards = decks.flatMap((deck) => deck.cards);
  const present = new Set(cards.map(({ id }) => id));
  return new Map(
    cards.flatMap(({ id, was = [] }) => was.filter((old) => !present.has(old)).map((old) => [old, id] as const)),
  );
}
