/**
 * The resources as a page, in Markdown: by topic, those that come first to be seen and the others in a fold, each an item to
 * tick with why it is worth the time. All of it is there without a script; `src/islands/filtered-list.ts` filters it.
 */
import type { FormerIds } from './checklist.ts';
import type { GeneratedText } from './codes/error-page.ts';
import { escapeHtml, writeDetails } from './exercise/html.ts';
import type { LocalizedText } from './kinds/field.ts';
import type { Resource } from './kinds/resource.ts';
import { escapeMarkdown } from './markdown/escape.ts';
import type { Translate } from './markdown/words.ts';

/** Path of the page, and the id under which its items are ticked. */
export const RESOURCES = 'resources';

/** How many of a topic are seen at once. */
const SHOWN = 8;

export interface Topic {
  readonly id: string;
  readonly title: string;
}

export interface ResourcePageOptions {
  /** Key of the reader's language in the texts, and of the main one. */
  readonly language: string;
  readonly main: string;
  /** The same as tags. */
  readonly lang: string;
  readonly mainLang: string;
  readonly t: Translate;
  /** The areas in order; what is of another topic stands together after them. */
  readonly topics: readonly Topic[];
}

/** What the page says of the ids that its items had. */
export function formerResourceIds(resources: readonly Resource[]): FormerIds {
  return { wasItems: Object.fromEntries(resources.flatMap(({ id, was }) => (was ? [[id, was]] : []))) };
}

/** Each resource stands under the first of its topics. */
export function writeResourcePage(resources: readonly Resource[], options: ResourcePageOptions): GeneratedText {
  const { t, topics } = options;
  const byTopic = Map.groupBy(
    resources,
    ({ topics: [first] }) => topics.find(({ id }) => id === first)?.id ?? undefined,
  );
  const other = { id: undefined, title: t('study.resources.other') };
  return {
    title: t('study.resources.title'),
    description: t('study.resources.description'),
    body: [...topics, other]
      .flatMap(({ id, title }) => {
        const own = byTopic.get(id);
        return own === undefined ? [] : [writeTopic(title, own, options)];
      })
      .join('\n\n'),
  };
}

/** First what is in the reader's language, then in the main one, in the order of the file. */
function writeTopic(title: string, resources: readonly Resource[], options: ResourcePageOptions): string {
  const rank = ({ lang }: Resource) => [options.lang, options.mainLang, lang].indexOf(lang);
  const sorted = [...resources].sort((a, b) => rank(a) - rank(b));
  const rest = sorted.slice(SHOWN);
  const more = options.t('study.resources.more', { count: rest.length });
  return [
    '<section data-filtered-group>',
    `## ${escapeMarkdown(title)}`,
    writeItems(sorted.slice(0, SHOWN), options),
    ...(rest.length > 0 ? [writeDetails('class="study-resource-more"', more, writeItems(rest, options))] : []),
    '</section>',
  ].join('\n\n');
}

function writeItems(resources: readonly Resource[], options: ResourcePageOptions): string {
  return resources.map((resource) => writeItem(resource, options)).join('\n\n');
}

function writeItem(resource: Resource, { language, main, lang, mainLang, t }: ResourcePageOptions): string {
  const { id, title, url, why, kind, level, cost } = resource;
  const say = (text: LocalizedText) => text[language] ?? text[main] ?? '';
  const attributes = Object.entries({ kind, level, cost, language: resource.lang });
  const facts = [
    `<span class="study-level">${t(`study.level.${level}`)}</span>`,
    `<span>${t(`study.resources.kinds.${kind}`)}</span>`,
    `<span>${t(`study.resources.costs.${cost}`)}</span>`,
    ...(resource.lang === lang ? [] : [`<span>${escapeHtml(nameLanguage(resource.lang, lang))}</span>`]),
  ];
  const foreign = why[language] === undefined && lang !== mainLang ? ` lang="${mainLang}"` : '';
  const of = resource.lang === lang ? '' : ` lang="${resource.lang}"`;
  return [
    `- [ ] <span class="study-resource-title" data-search-title${of}>[${escapeMarkdown(say(title))}](<${url}>)</span> ^${id}`,
    `  <div class="study-resource"${foreign} data-filtered${attributes.map(([name, value]) => ` data-${name}="${value}"`).join('')}>`,
    `  ${escapeMarkdown(say(why))}`,
    `  <p class="study-card-facts not-content">${facts.join('')}</p>`,
    '  </div>',
  ].join('\n\n');
}

/** @param tag the language that is named, in the words of the other */
export function nameLanguage(tag: string, lang: string): string {
  return new Intl.DisplayNames([lang], { type: 'language' }).of(tag) ?? tag;
}
