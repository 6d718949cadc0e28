/**
 * `<study-interview>`: a mock interview from its setup to its debrief. What happens when is in domain/interview/session.ts;
 * here are the views, which follow from the session, and what buttons and keys do.
 */
import { momentOf } from '../browser/clock.ts';
import { openLog, record } from '../browser/study.ts';
import { formatTime } from '../domain/duration.ts';
import { readSeed } from '../domain/interview/draw.ts';
import { findInterviews } from '../domain/interview/interview-record.ts';
import {
  type AskedItem,
  endInterview,
  endSection,
  findUnassessed,
  findWarning,
  type InterviewSession,
  listReached,
  markAssessed,
  next,
  pause,
  resume,
  spentIn,
  startSession,
  tick,
} from '../domain/interview/session.ts';
import { type CodeDraft, openDraft } from './block-draft.ts';
import { createElement } from './element.ts';
import { type Assessed, readJudgment, showAssessed } from './interview-assess.ts';
import { clearExercise, findCodeResult, showExercise } from './interview-coding.ts';
import type { InterviewData } from './interview-data.ts';
import { createDebrief } from './interview-debrief.ts';
import { keep, lead, readClocks, readKept, stopLeading } from './interview-keep.ts';
import { readQuestionsOfPage } from './interview-question.ts';
import { leaveRecording, offerRecording, recordFrom, recordQuestion, recordSession } from './interview-recording.ts';
import { chooseSeed, draw, prepare, type Setup } from './interview-setup.ts';
import { fill, readData, type Words } from './page-words.ts';

type View = 'elsewhere' | 'setup' | 'ask' | 'assess' | 'debrief';

const BEAT = 1000;
const MINUTE = 60_000;

class StudyInterview extends HTMLElement {
  readonly #data = readData<InterviewData>(this);
  readonly #words: Words = this.#data.words;
  readonly #questions = new Map(readQuestionsOfPage().map((question) => [question.key, question]));
  readonly #setup: Setup = prepare(this.#data, [...this.#questions.values()]);
  readonly #linked = readSeed(new URLSearchParams(location.search).get('seed'));
  readonly #drafts = new Map<string, CodeDraft>();
  #session: InterviewSession | undefined;
  #assessed: Assessed | undefined;
  /** What is on the page, so that it is filled once. */
  #asked: AskedItem['key'] | undefined;

  connectedCallback(): void {
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('button[data-action]') : null;
      if (button && button.closest('study-exercise') === null) void this.#act(button.dataset.action ?? '');
    });
    this.#part('start').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#start();
    });
    this.#part('judge').addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#judge();
    });
    this.#notes.addEventListener('input', () => this.#draftOf(this.#asked ?? '').write(this.#notes.value));
    this.addEventListener('keydown', (event) => this.#press(event), { capture: true });
    offerRecording(this.#part('record'));
    setInterval(() => this.#beat(), BEAT);
    for (const name of ['visibilitychange', 'pagehide']) addEventListener(name, () => this.#beat());
    void this.#open();
  }

  /** Goes on where this browser was, or shows what the interview will be. */
  async #open(): Promise<void> {
    const kept = readKept();
    const isOurs = kept?.interview === this.#data.id && (this.#linked === undefined || this.#linked === kept.seed);
    if (kept !== undefined && isOurs) await this.#goOn(false);
    else await this.#showSetup(kept);
    this.toggleAttribute('data-ready', true);
  }

  async #goOn(isForced: boolean): Promise<void> {
    if (!(await lead(isForced, () => this.#lose()))) return this.#show('elsewhere');
    // Whoever led it until now may have gone on since.
    const kept = readKept();
    if (kept === undefined) return this.#showSetup(undefined);
    this.#set(tick(kept, readClocks()));
  }

  #lose(): void {
    this.#session = undefined;
    this.#asked = undefined;
    leaveRecording();
    this.#show('elsewhere');
    this.#part('elsewhere').focus();
  }

  async #showSetup(kept: InterviewSession | undefined): Promise<void> {
    const isOurs = kept?.interview === this.#data.id;
    this.#part('under-way').hidden = kept === undefined;
    if (kept !== undefined) {
      const link = this.#data.interviews[kept.interview];
      const text = fill(this.#words.underWay ?? '', { title: link?.title ?? kept.interview });
      this.#part('under-way').querySelector('p')?.replaceChildren(text);
      const go = this.#part('go-there');
      if (link) go.setAttribute('href', link.href);
      go.hidden = isOurs || link === undefined;
      this.#button('go-on').hidden = !isOurs;
    }
    const drawn = draw(this.#setup, this.#linked ?? 'a');
    const isEmpty = drawn.every(({ items }) => items.length === 0);
    this.#part('plan').replaceChildren(
      ...drawn.filter(({ items }) => items.length > 0).map((row) => this.#describe(row)),
    );
    this.#part('too-few').hidden = !isEmpty;
    this.#part('start').hidden = isEmpty;
    if (this.#linked !== undefined) this.#part('seed-why').textContent = this.#words.seedLinked ?? '';
    this.#show('setup');
    this.#seed.value = this.#linked ?? (await chooseSeed(this.#setup));
  }

  #describe({ title, minutes, items }: ReturnType<typeof draw>[number]): HTMLElement {
    const isCode = items[0]?.kind === 'exercise';
    const what = this.#words[isCode ? 'problems' : 'questions'] ?? '';
    return createElement(
      'tr',
      {},
      createElement('th', { scope: 'row' }, title),
      createElement('td', {}, fill(what, { count: String(items.length) })),
      createElement('td', {}, fill(this.#words.minutes ?? '', { count: String(minutes) })),
    );
  }

  async #start(): Promise<void> {
    const seed = readSeed(this.#seed.value);
    if (seed === undefined) {
      this.#seed.setAttribute('aria-invalid', 'true');
      this.#part('seed-why').textContent = this.#words.seedBad ?? '';
      return this.#seed.focus();
    }
    if (!(await lead(false, () => this.#lose()))) return this.#show('elsewhere');
    const plan = {
      s: `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`,
      interview: this.#data.id,
      seed,
      query: this.#setup.query,
      sections: draw(this.#setup, seed),
    };
    const session = startSession(plan, readClocks());
    this.#noteStart(session);
    this.#set(session);
    recordFrom(this.#part('record'));
  }

  async #act(action: string): Promise<void> {
    if (action === 'new-seed') {
      this.#seed.removeAttribute('aria-invalid');
      this.#part('seed-why').textContent = this.#words.seedWhy ?? '';
      this.#seed.value = await chooseSeed(this.#setup);
      return;
    }
    if (action === 'take-over') return this.#goOn(true);
    if (action === 'go-on') return this.#goOn(false);
    if (action === 'discard') return this.#discard();
    const session = this.#session;
    if (session === undefined) return;
    const now = readClocks();
    if (action === 'next') this.#set(next(session, now));
    else if (action === 'pause') this.#set(session.state === 'paused' ? resume(session, now) : pause(session, now));
    else if (action === 'end-section') this.#set(endSection(session, now));
    else if (action === 'end' && confirm(this.#words.endSure)) this.#set(endInterview(session, now));
  }

  /** Another tab may be leading it: then it is not ours to throw away. */
  async #discard(): Promise<void> {
    if (!(await lead(false, () => this.#lose()))) return this.#show('elsewhere');
    keep(undefined);
    stopLeading();
    this.#part('under-way').hidden = true;
    this.#part('start').querySelector<HTMLElement>('[type="submit"]')?.focus();
  }

  #press(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || this.dataset.view !== 'ask') return;
    // In the editor it runs the tests.
    if (event.target instanceof Element && event.target.closest('study-exercise')) return;
    event.preventDefault();
    if (this.#session?.state === 'asking') void this.#act('next');
  }

  #beat(): void {
    const session = this.#session;
    if (session?.state !== 'asking') return;
    const now = tick(session, readClocks());
    const [before, after] = [session, now].map(({ sections, section }) => spentIn(sections[section]));
    const planned = now.sections[now.section]?.minutes ?? 0;
    const warning = findWarning(before ?? 0, after ?? 0, planned);
    if (warning !== undefined) this.#part('said').textContent = this.#words[`left${warning}`] ?? '';
    if (now.state === 'paused') return this.#set(now);
    this.#session = now;
    this.#keep(now);
    this.#showClock(now);
  }

  #set(session: InterviewSession): void {
    this.#session = session;
    this.#keep(session);
    recordSession(session);
    if (session.state === 'assessing') void this.#assess(session);
    else this.#ask(session);
  }

  #ask(session: InterviewSession): void {
    const section = session.sections[session.section];
    const item = section?.items[session.item];
    if (section === undefined || item === undefined) return;
    const isPaused = session.state === 'paused';
    const isNew = this.#asked !== item.key || this.dataset.view !== 'ask';
    this.#show('ask');
    this.#part('place').textContent = fill(this.#words.place ?? '', {
      section: section.title,
      number: String(session.item + 1),
      total: String(section.items.length),
    });
    this.#part('asked').hidden = isPaused;
    this.#part('paused').hidden = !isPaused;
    this.#part('gap').textContent = this.#describeGap(session);
    this.#button('pause').textContent = this.#words[isPaused ? 'resume' : 'pause'] ?? '';
    this.#button('next').hidden = isPaused;
    this.#button('end-section').hidden = isPaused || section.items.length === session.item + 1;
    this.#button('next').textContent = this.#words[isLast(session) ? 'toAssess' : 'next'] ?? '';
    this.#showClock(session);
    if (isNew) void this.#fillQuestion(item);
    if (isPaused) this.#part('paused').focus();
    else this.#part('question').focus();
  }

  async #fillQuestion(item: AskedItem): Promise<void> {
    this.#asked = item.key;
    this.#part('said').textContent = '';
    const exercise = this.#data.exercises.find(({ id }) => item.kind === 'exercise' && id === item.key);
    const question = this.#questions.get(item.key);
    this.#part('question').replaceChildren(question?.question() ?? exercise?.title ?? item.key);
    recordQuestion(this.#part('question').textContent ?? '');
    this.#part('code-why').hidden = exercise === undefined;
    if (exercise === undefined) clearExercise(this.#part('code'));
    else void showExercise(this.#part('code'), exercise, this.#words);
    this.#notes.value = '';
    const notes = await this.#draftOf(item.key).read();
    if (this.#asked === item.key && this.#notes.value === '') this.#notes.value = notes ?? '';
  }

  #showClock({ sections, section: place }: InterviewSession): void {
    const section = sections[place];
    const planned = (section?.minutes ?? 0) * MINUTE;
    const spent = spentIn(section);
    const isOver = spent >= planned;
    const clock = this.#part('clock');
    // A minute that has begun is left until it is over.
    const time = formatTime(isOver ? spent - planned : Math.ceil((planned - spent) / BEAT) * BEAT);
    clock.textContent = fill(this.#words[isOver ? 'over' : 'left'] ?? '', { time });
    clock.toggleAttribute('data-over', isOver);
    this.#part('track').style.setProperty('--study-share', String(Math.min(1, spent / Math.max(1, planned))));
  }

  #describeGap({ gap }: InterviewSession): string {
    if (gap === undefined) return '';
    if (gap.ms === undefined) return this.#words.gapUnknown ?? '';
    return fill(this.#words.gap ?? '', { minutes: String(Math.max(1, Math.round(gap.ms / MINUTE))) });
  }

  async #assess(session: InterviewSession): Promise<void> {
    clearExercise(this.#part('code'));
    const item = findUnassessed(session);
    if (item === undefined) return this.#finish(session);
    const isCode = item.kind === 'exercise';
    const [notes, result] = await Promise.all([
      this.#draftOf(item.key).read(),
      isCode ? findCodeResult(item.key, session.startedAt) : undefined,
    ]);
    if (this.#session !== session) return;
    const reached = listReached(session);
    this.#assessed = {
      item,
      question: this.#questions.get(item.key),
      exercise: this.#data.exercises.find(({ id }) => isCode && id === item.key),
      result,
      notes: notes ?? '',
    };
    showAssessed(this.#view('assess'), this.#assessed, this.#words);
    this.#part('assess-place').textContent = fill(this.#words.assessPlace ?? '', {
      number: String(reached.findIndex(({ key }) => key === item.key) + 1),
      total: String(reached.length),
    });
    this.#show('assess');
    this.#part('assessed').focus();
    this.scrollIntoView({ block: 'start' });
  }

  #judge(): void {
    const [session, assessed] = [this.#session, this.#assessed];
    if (session === undefined || assessed === undefined) return;
    const facts = readJudgment(this.#view('assess'), assessed, session.s);
    if (facts === undefined) return;
    this.#note(facts);
    this.#assessed = undefined;
    this.#set(markAssessed(session, assessed.item.key));
  }

  async #finish(session: InterviewSession): Promise<void> {
    this.#session = undefined;
    this.#noteStart(session);
    const spent = session.sections.map((section) => ({ id: section.id, ms: spentIn(section) }));
    await record({ k: 'interview', s: session.s, did: 'finish', spent }).catch(() => this.#warn());
    keep(undefined);
    stopLeading();
    const held = findInterviews(await (await openLog()).read()).find(({ s }) => s === session.s);
    const view = this.#view('debrief');
    if (held !== undefined) view.replaceChildren(...createDebrief(held, this.#data));
    this.#show('debrief');
    view.querySelector<HTMLElement>('#debrief')?.focus();
    this.scrollIntoView({ block: 'start' });
  }

  /** Said at the start and once more at the end, in case the first was lost: equal events are one. */
  #noteStart({ s, interview, seed, query, sections, startedAt }: InterviewSession): void {
    const plan = sections.map(({ id, title, minutes }) => ({ id, title, minutes }));
    const own = query === '' ? {} : { query };
    this.#note({ k: 'interview', s, did: 'start', interview, seed, ...own, plan }, momentOf(startedAt));
  }

  #note(...noted: Parameters<typeof record>): void {
    record(...noted).catch((error: unknown) => {
      console.error('The log has not taken it:', error);
      this.#warn();
    });
  }

  #keep(session: InterviewSession): void {
    if (!keep(session)) this.#warn();
  }

  #warn(): void {
    this.#part('problem').hidden = false;
  }

  #draftOf(key: string): CodeDraft {
    const name = `interview:${this.#session?.s ?? ''}/${key}`;
    const draft = this.#drafts.get(name) ?? openDraft(name);
    this.#drafts.set(name, draft);
    return draft;
  }

  #show(view: View): void {
    this.dataset.view = view;
    for (const section of this.querySelectorAll<HTMLElement>(':scope > section')) {
      section.hidden = section.dataset.view !== view;
    }
  }

  #view(name: View): HTMLElement {
    return this.querySelector<HTMLElement>(`:scope > [data-view="${name}"]`) ?? this;
  }

  #part(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`) ?? this;
  }

  #button(action: string): HTMLElement {
    return this.querySelector<HTMLElement>(`:scope > section [data-action="${action}"]`) ?? this;
  }

  get #seed(): HTMLInputElement {
    return this.querySelector<HTMLInputElement>('#interview-seed') ?? document.createElement('input');
  }

  get #notes(): HTMLTextAreaElement {
    return this.querySelector<HTMLTextAreaElement>('#interview-notes') ?? document.createElement('textarea');
  }
}

function isLast({ sections, section, item }: InterviewSession): boolean {
  return section === sections.length - 1 && item === (sections[section]?.items.length ?? 0) - 1;
}

customElements.define('study-interview', StudyInterview);
