/** `<study-train>` on the home page of a returning reader: the topics that are most worth training, and with what. */
import { store } from '../browser/study.ts';
import { focusOf } from '../domain/focus.ts';
import { planOf } from '../domain/study-plan.ts';
import { readData, type Words } from './page-words.ts';
import type { StandingSources } from './standings.ts';

interface TrainData extends StandingSources {
  readonly review?: string;
  readonly words: Words;
}

/** With a plan there is always a next one; without, one is enough. */
const MOST = 2;

class StudyTrain extends HTMLElement {
  connectedCallback(): void {
    // A first visitor, who does not see it, loads none of it.
    if (this.getClientRects().length > 0) {
      void this.#follow().catch((error: unknown) => console.error('The topics could not be loaded:', error));
    }
  }

  async #follow(): Promise<void> {
    const data = readData<TrainData>(this);
    const [{ followStandings }, { pickTraining }, { createTraining }] = await Promise.all([
      import('./standings.ts'),
      import('../domain/weakness/train-next.ts'),
      import('./train-list.ts'),
    ]);
    await followStandings(data, ({ topics, standings }) => {
      const study = store.study.get();
      const roadmap = planOf(study)?.roadmap;
      // What the reader wants to go over stands in a row of its own.
      const others = standings.filter(({ id }) => !focusOf(study).includes(id));
      const plan = roadmap === undefined ? undefined : topics.roadmaps[roadmap];
      const picked = pickTraining(others, plan ?? [], plan === undefined ? 1 : MOST);
      this.querySelector('ul')?.replaceChildren(...picked.map((standing) => createTraining(standing, data)));
      this.toggleAttribute('data-empty', picked.length === 0);
      this.toggleAttribute('data-ready', true);
    });
  }
}

customElements.define('study-train', StudyTrain);
