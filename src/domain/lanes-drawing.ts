/**
 * Draws lanes as a list: one row a step, time downward, so that it is read in order by whoever does not see it. `lanes.css`
 * puts each row into its lane; `study-lanes.ts` steps through it.
 */
import { countLanes, findWaiting, type LaneRun, type LaneStep, nameLane } from './lanes.ts';
import type { LanesWords } from './lanes-words.ts';
import { escapeMarkup } from './markup.ts';
import { fillWord } from './timeline-words.ts';

/** Keys that do what a button does, while the focus is on any of them. */
const KEYS = { first: '', back: ' aria-keyshortcuts="ArrowLeft"', next: ' aria-keyshortcuts="ArrowRight"', all: '' };

/**
 * A figure with a `<study-lanes>`, whose controls stay hidden until the script is there. It begins with an element that
 * Markdown takes for HTML as a whole: in a custom element it would go on reading.
 */
export function drawLanes(run: LaneRun, words: LanesWords): string {
  const lanes = Array.from({ length: countLanes(run) }, (_, lane) => lane);
  const waiting = findWaiting(run);
  const caption = [words.caption, ...(run.title === undefined ? [] : [run.title])].map(escapeMarkup).join(' · ');
  const heads = lanes.map(
    (lane) => `<span class="lane-${lane}">${escapeMarkup(fillWord(words.session, { name: nameLane(lane) }))}</span>`,
  );
  const steps = run.steps.map((step, index) => {
    const rails = lanes.map((lane) => drawRail(lane, waiting[index]?.has(lane) ? 'waits' : markOf(step, lane)));
    return `<li>${rails.join('')}${drawStep(step, words)}</li>`;
  });
  return [
    `<figure class="study-lanes not-content"><figcaption>${caption}</figcaption>`,
    `<study-lanes class="lanes-${lanes.length}" data-step="${escapeMarkup(words.step)}">`,
    `<p class="lanes-heads">${heads.join(' ')}</p>`,
    `<ol role="list" dir="ltr">${steps.join('')}</ol>`,
    drawControls(words),
    '</study-lanes></figure>',
  ].join('');
}

/** What a session's own step does to its rail: a wait begins or ends in the middle of the row. */
function markOf({ lane: own, isWaiting, statement }: LaneStep, lane: number): string {
  if (own !== lane) return '';
  return isWaiting ? 'begins' : statement === undefined ? 'ends' : '';
}

function drawRail(lane: number, mark: string): string {
  return `<i class="lanes-rail lane-${lane}${mark && ` is-${mark}`}" aria-hidden="true"></i>`;
}

function drawStep({ lane, statement, result, isError, isWaiting }: LaneStep, words: LanesWords): string {
  const hasWaited = statement === undefined;
  const parts = [
    ...(statement === undefined ? [] : [`<code>${escapeMarkup(statement)}</code>`]),
    ...(isWaiting ? [`<em>${escapeMarkup(words.waits)}</em>`] : []),
    ...(result === undefined ? [] : [drawResult(result, isError)]),
    ...(hasWaited ? [`<em>${escapeMarkup(words.waited)}</em>`] : []),
  ];
  return `<b class="lane-${lane}">${nameLane(lane)}</b> <div class="lane-${lane}">${parts.join(' ')}</div>`;
}

function drawResult(result: string, isError: boolean): string {
  const text = escapeMarkup(result);
  return isError ? `<samp class="is-error">${text}</samp>` : `<samp>→ ${text}</samp>`;
}

function drawControls(words: LanesWords): string {
  const buttons = (['first', 'back', 'next', 'all'] as const).map(
    (name) => `<button type="button" data-go="${name}"${KEYS[name]}>${escapeMarkup(words[name])}</button>`,
  );
  return `<div class="lanes-bar" role="group" aria-label="${escapeMarkup(words.controls)}" data-pagefind-ignore hidden>${buttons.join('')}<span role="status"></span></div>`;
}
