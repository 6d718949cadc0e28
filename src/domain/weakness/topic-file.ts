/**
 * What a site publishes of its topics, `topics/<language>.json`: which note has which cards, exercises and abilities. It is
 * made with every build and belongs to it: no version. A topic is a note; its areas are the site's.
 */

export interface PublishedTopic {
  /** The note's id and those that it had: item-token.ts. */
  readonly token: string;
  readonly title: string;
  readonly href: string;
  /** Language tag, where it is not the page's. */
  readonly lang?: string;
  /** Id of the deck about it. */
  readonly deck?: string;
  readonly exercises: readonly PublishedExercise[];
  /** How many interview questions are about it. */
  readonly questions: number;
  /** Tokens of its checklist. */
  readonly items: readonly string[];
}

export interface PublishedExercise {
  /** Its id and those that it had, as a token. */
  readonly token: string;
  readonly title: string;
  readonly href: string;
  /** How many topics it practices, where that is more than one: each gets its part of what solving it is worth. */
  readonly topics?: number;
}

export interface TopicFile {
  /** In the order of the site. */
  readonly areas: readonly {
    readonly id: string;
    readonly title: string;
    readonly href: string;
    /** Address of an interview on the area, where questions are asked of it. */
    readonly interview?: string;
    readonly topics: readonly PublishedTopic[];
  }[];
  /** Notes that each roadmap leads to, in order, by its id. */
  readonly roadmaps: Readonly<Record<string, readonly string[]>>;
}
