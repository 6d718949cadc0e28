/**
 * Diagrams become inline SVG at build time, themed by the page's colors, without a client script.
 *
 * A `mermaid` fence says in words what it shows, and where its boxes lead: `../mermaid.ts`. One whose boxes all lead
 * somewhere is a map: a column that is too narrow for it shows the same links as a list. A hand-made picture is an SVG
 * file beside the note, referenced alone in its paragraph: `![what it shows](./note-picture.svg)`.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderMermaidSVG } from 'beautiful-mermaid';
import type { MdastPluginEntry } from 'satteri';
import { escapeMarkup } from '../../domain/markup.ts';
import { readMermaid } from '../mermaid.ts';
import { shareInProcess } from '../share.ts';
import { linkTo, type Target, type Targets } from './diagram-link.ts';
import type { PageLinks } from './link.ts';
import { drawMapOutline, findRoom } from './map-outline.ts';
import type { DocumentWords, Translate } from './words.ts';

/** A fresh plugin for each document; only local files below the document's folder are read. */
export function createDiagramPlugin(links: PageLinks, words: DocumentWords): MdastPluginEntry {
  return ({ fileURL }) => {
    const resolve = links(fileURL);
    const t = words(fileURL);
    let count = 0;
    return {
      name: 'study-diagrams',
      code(node, context) {
        if (node.lang !== 'mermaid') return;
        count += 1;
        context.replaceNode(node, { raw: drawDiagram(node.value, `d${count}`, resolve, t), mdxExpressions: false });
      },
      paragraph(node, context) {
        const [image, ...others] = node.children;
        if (image?.type !== 'image' || others.length > 0 || fileURL === undefined) return;
        if (!image.url.startsWith('.') || !image.url.endsWith('.svg')) return;
        const file = path.resolve(path.dirname(fileURLToPath(fileURL)), image.url);
        const raw = figure(readFileSync(file, 'utf8'), nameImage(image.alt ?? ''));
        context.replaceNode(node, { raw, mdxExpressions: false });
      },
    };
  };
}

function drawDiagram(source: string, id: string, resolve: ReturnType<PageLinks>, t: Translate): string {
  const { title, alternative, clicks, drawing } = readMermaid(source);
  const targets = new Map(clicks.map(({ box, url }) => [box, targetOf(url, resolve)]));
  const svg = renderMermaid(source, id, targets);
  if (alternative === undefined) return figure(svg, 'aria-hidden="true"');
  if (targets.size === 0 && title === undefined) return figure(svg, nameImage(alternative));
  // What holds links is no image: a screen reader would keep them to itself.
  const role = targets.size === 0 ? 'img' : 'group';
  const described = svg.replace(
    /<svg[^>]*>/,
    (tag) => `${tag}\n<desc id="${id}-desc">${escapeMarkup(alternative)}</desc>`,
  );
  const label = `aria-label="${escapeMarkup(title ?? alternative)}"`;
  const name = `role="${role}" ${label} aria-describedby="${id}-desc"`;
  return figure(described, name, targets.size > 0, targets.size > 0 ? drawMapOutline(drawing, targets, label, t) : '');
}

/** A map keeps its reader in their language. The mark is for pages that are shown in another one than they are written in. */
function targetOf(url: string, resolve: ReturnType<PageLinks>): Target {
  const { href, ownHref, mark } = resolve(url) ?? { href: url, ownHref: url, mark: undefined };
  return { href: ownHref, mark: href === ownHref ? mark : undefined };
}

/**
 * Renders Mermaid text. The library's output imports a foreign font, styles itself inline, repeats every label in
 * `data-` attributes and uses ids that clash between two pictures of a page: all that is taken out, `diagram.css`
 * styles it instead, and each picture gets ids of its own.
 */
export function renderMermaid(source: string, id: string, targets: Targets = new Map()): string {
  return layOut(readMermaid(source).drawing)
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<g class="node" data-id="([^"]*)"[\s\S]*?<\/g>/g, (box, name: string) =>
      linkTo(targets.get(name), box, ' class="diagram-link"'),
    )
    .replace(/ (?:style|data-(?!doc)[\w-]+)="[^"]*"/g, '')
    .replace(/(\d\.\d)\d+/g, '$1')
    .replace(/( id="|url\(#)([\w-]+)/g, (_, prefix: string, name: string) => `${prefix}${id}-${name}`)
    .replace(
      /(<svg[^>]*) width="([\d.]+)" height="([\d.]+)"/,
      (_, start: string, width: string, height: string) =>
        `${start} width="${enlarge(width)}" height="${enlarge(height)}"`,
    );
}

/**
 * A diagram that is known is not laid out again: it stands on a note, on the sheet of all pictures, and on the pages of other
 * languages, and the sheet is made anew while somebody writes.
 */
function layOut(drawing: string): string {
  const svg = laidOut.get(drawing) ?? renderMermaidSVG(drawing, { padding: 8 });
  laidOut.set(drawing, svg);
  return svg;
}

const laidOut = shareInProcess('diagrams', () => new Map<string, string>());

/** The library draws labels at 11 to 13 units; this brings them to the size of the text around. */
function enlarge(length: string): number {
  return Math.round(Number(length) * 1.15);
}

function widthOf(svg: string): number {
  return Number(/<svg[^>]* width="(\d+)"/.exec(svg)?.[1]);
}

function nameImage(alternative: string): string {
  return `role="img" aria-label="${escapeMarkup(alternative)}"`;
}

/**
 * @param hasLinks a picture with links is scrolled by them; without, the keyboard needs the picture itself
 * @param outline what stands for it in a narrow column
 */
function figure(svg: string, name: string, hasLinks = false, outline = ''): string {
  const drawing = svg
    .replace(/<\?xml[^>]*\?>|<!--[\s\S]*?-->/g, '')
    .replace('<svg', () => `<svg ${name} focusable="false"`)
    .replace(/\n\s*\n/g, '\n')
    .trim();
  const [kind, room] = outline === '' ? ['', ''] : [' study-map', ` data-room="${findRoom(widthOf(drawing))}"`];
  const focus = hasLinks ? '' : ' tabindex="0"';
  return `<figure class="study-diagram${kind} not-content"${room}${focus}>${drawing}${outline}</figure>`;
}
