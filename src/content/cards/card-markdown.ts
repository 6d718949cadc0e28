/**
 * The Markdown of cards as HTML, by the engine of the notes. Cards are read in places that the site does not own, so that
 * nothing but what Markdown makes gets through: HTML in a card is shown as text.
 */
import { type MdastPluginDefinition, markdownToHtml } from 'satteri';
import { FEATURES } from '../markdown/features.ts';
import { createCodeHighlighter, type HighlightCode } from './highlight-code.ts';

/** Notes have directives for asides; in a card `10:30` and `std:sort` would be taken for some, and vanish. */
const CARD_FEATURES = { ...FEATURES, directive: false } as const;

/** The address of an image, by how a card names it; `undefined` for one that there is not. */
export type FindImage = (name: string) => string | undefined;

export type RenderMarkdown = (markdown: string) => string;

/** @param texts all that will be rendered, since the grammars of their code have to be loaded before */
export async function createMarkdownRenderer(
  texts: readonly string[],
  findImage: FindImage = () => undefined,
): Promise<RenderMarkdown> {
  const languages = texts.flatMap((text) =>
    [...text.matchAll(/(?:`{3,}|~{3,})[ \t]*([\w+-]+)/g)].map(([, name]) => name ?? ''),
  );
  const highlight = await createCodeHighlighter(languages);
  return (markdown) => {
    const result = markdownToHtml(markdown, { features: CARD_FEATURES, mdastPlugins: [htmlAsText] });
    if (result instanceof Promise) throw new TypeError('a card waits for nothing');
    return finish(result.html, highlight, findImage).trim();
  };
}

const htmlAsText: MdastPluginDefinition = {
  name: 'study-card-html',
  html: (node, context) => context.replaceNode(node, { type: 'text', value: node.value }),
};

const CODE = /<pre><code(?: class="language-([^"]*)")?>(.*?)\n?<\/code><\/pre>/gs;
const LINK = /<a href="(?!https?:|mailto:)[^"]*"[^>]*>(.*?)<\/a>/gs;
const IMAGE = /<img src="([^"]*)" alt="([^"]*)"[^>]*>/g;

/** All tags in it are Markdown's, in the form that its writer gives them, so that they can be told from text. */
function finish(html: string, highlight: HighlightCode, findImage: FindImage): string {
  return html
    .replace(CODE, (_, language: string | undefined, code: string) => {
      return `<pre><code>${highlight(readEntities(code), language ?? '')}</code></pre>`;
    })
    .replace(LINK, '$1')
    .replace(IMAGE, (_, name: string, alt: string) => {
      const address = findImage(decodeURI(readEntities(name)));
      return address === undefined ? alt : `<img src="${address}" alt="${alt}">`;
    });
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function readEntities(html: string): string {
  return html.replace(/&(amp|lt|gt|quot|#39);/g, (entity, name: string) => ENTITIES[name] ?? entity);
}
