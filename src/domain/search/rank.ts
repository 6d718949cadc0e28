/** Which pages answer a query, best first, from what the index says of its terms. */
import { PageHits } from './page-hits.ts';
import { commonSections, hasSection, type Posting } from './posting.ts';

/** Terms of which one is enough, such as the endings of a word that is being typed, each with how near it is. */
export type Choice = readonly { readonly posting: Posting; readonly nearness: number }[];

/** A unit of the query as the index knows it: any of its expressions, of each all choices. */
export interface KnownUnit {
  /** How many words it has. */
  readonly words: number;
  readonly expressions: readonly Expression[];
}

export interface Expression {
  readonly choices: readonly Choice[];
  readonly nearness: number;
  /** Words that mean something together only; scattered over a page they do not. */
  readonly isTogether: boolean;
  /** Whether it is a part of what was asked for only, so that a title with it says less than that. */
  readonly isPart?: boolean;
}

export interface PageFacts {
  readonly count: number;
  /** How much a page counts for what it is. */
  priorOf(page: number): number;
}

export interface RankedPage {
  readonly page: number;
  readonly score: number;
  /** Weight of each unit, and where it stands. */
  readonly hits: readonly { readonly weight: number; readonly sections: number; readonly headings: number }[];
}

interface FoundUnit {
  readonly hits: PageHits;
  readonly weight: number;
  readonly words: number;
}

/** With so few words a page must have all of them, where any has. */
const FEW = 2;
/** How much of a longer query a page must answer. */
const ENOUGH = 0.5;

const TITLE_BONUS = 1;
/** A title that says what was asked for and nothing else. */
const WHOLE_TITLE_BONUS = 0.5;
const SECTION_BONUS = 0.3;
const HEADING_BONUS = 0.48;

export function rankPages(units: readonly KnownUnit[], { count, priorOf }: PageFacts): RankedPage[] {
  const found = units.map((unit): FoundUnit => {
    const hits = findUnit(unit, count);
    return { hits, weight: unit.words * rarity(hits.size, count), words: unit.words };
  });
  const covered = new Float64Array(count);
  for (const { hits, weight } of found) {
    for (let page = 0; page < count; page += 1) if (hits.has(page)) covered[page] = (covered[page] ?? 0) + weight;
  }
  const whole = found.reduce((sum, { weight }) => sum + weight, 0);
  const least = covered.reduce((most, weight) => Math.max(most, weight), 0) * (units.length > FEW ? ENOUGH : 0.99);
  const ranked: RankedPage[] = [];
  for (let page = 0; page < count; page += 1) {
    const weight = covered[page] ?? 0;
    if (weight === 0 || weight < least) continue;
    const { score, hits } = scorePage(page, found, whole);
    ranked.push({ page, hits, score: score * (weight / whole) * priorOf(page) });
  }
  return ranked.sort((a, b) => b.score - a.score || a.page - b.page);
}

function scorePage(page: number, found: readonly FoundUnit[], whole: number): Omit<RankedPage, 'page'> {
  let score = 0;
  let [titleWords, titleWeight, titleLength] = [0, 0, 1];
  let together: number | undefined;
  const hits: RankedPage['hits'][number][] = [];
  for (const { hits: all, weight, words } of found) {
    if (!all.has(page)) continue;
    const [sections, headings, length] = [all.sections[page] ?? 0, all.headings[page] ?? 0, all.titleLength[page] ?? 0];
    score += (all.score[page] ?? 0) * weight;
    if (length > 0) {
      titleWords += words;
      titleWeight += weight;
      titleLength = length;
    }
    together = together === undefined ? sections : commonSections(together, sections);
    hits.push({ weight, sections, headings });
  }
  const inTitle = titleWeight / whole;
  const ofTitle = Math.min(1, titleWords / titleLength);
  let bonus = 1 + TITLE_BONUS * inTitle * (0.4 + 0.6 * ofTitle);
  if (inTitle === 1 && ofTitle === 1) bonus += WHOLE_TITLE_BONUS;
  if (hits.length === found.length && together) bonus += SECTION_BONUS;
  bonus += HEADING_BONUS * (findHeading(hits) / whole) ** 2;
  return { score: score * bonus, hits };
}

/** How much of the query the heading says that says most of it. */
function findHeading(hits: RankedPage['hits']): number {
  let most = 0;
  for (const { headings } of hits) {
    for (let section = 0, rest = headings; rest > 0; section += 1, rest = Math.floor(rest / 2)) {
      if (rest % 2 === 0) continue;
      const said = hits.reduce((sum, hit) => sum + (hasSection(hit.headings, section) ? hit.weight : 0), 0);
      most = Math.max(most, said);
    }
  }
  return most;
}

/** A word on every page tells little, a word on one page much. */
function rarity(pages: number, count: number): number {
  return Math.log(1 + (count + 0.5) / (pages + 0.5));
}

/** Of two ways in which a page says the same, the better counts. */
function findUnit({ expressions }: KnownUnit, count: number): PageHits {
  const [first = new PageHits(count), ...others] = expressions.map((expression) => findExpression(expression, count));
  for (const other of others) first.join(other);
  return first;
}

function findExpression({ choices, nearness, isTogether, isPart }: Expression, count: number): PageHits {
  const [first = new PageHits(count), ...others] = choices.map((choice) => findChoice(choice, count));
  for (const other of others) first.meet(other, isTogether);
  first.scale(nearness / choices.length);
  if (isPart) first.titleLength.fill(0);
  return first;
}

function findChoice(choice: Choice, count: number): PageHits {
  const found = new PageHits(count);
  for (const { posting, nearness } of choice) found.add(posting, nearness);
  return found;
}

/** The sections of a page that answer best, in their order there. Section 0 is what stands above the first heading. */
export function selectSections({ hits }: Pick<RankedPage, 'hits'>, count: number, most: number): number[] {
  const scored = Array.from({ length: count }, (_, section) => ({
    section,
    score: hits.reduce((sum, { weight, sections, headings }) => {
      if (!hasSection(sections, section)) return sum;
      return sum + weight * (hasSection(headings, section) ? 2.5 : 1);
    }, 0),
  }));
  const best = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score || a.section - b.section);
  return best
    .slice(0, most)
    .map(({ section }) => section)
    .sort((a, b) => a - b);
}
