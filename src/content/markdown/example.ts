/**
 * Shows the files of `content/examples` that fences name: `example=` fills a fence with the file or its region, below a
 * link to the file; `with=` puts the files that a block imports above it, folded, so that a reader can copy them.
 */
import { slug } from 'github-slugger';
import type { BlockContent, Code, PhrasingContent } from 'mdast';
import type { Custom, MdastPluginEntry } from 'satteri';
import { cutRegion, EXAMPLES, listBeside, parseReference } from '../example.ts';
import { getBlockMode, parseFenceMeta } from '../fence.ts';
import type { ContentFiles } from '../files/content-files.ts';
import { viewAddressOf } from '../repository-link.ts';
import type { Site } from '../site-config.ts';
import type { DocumentWords } from './words.ts';

/** A fresh plugin for each document. What names no file stays as it is written: the content check says why. */
export function createExamplePlugin(
  files: ContentFiles,
  repository: Site['repository'],
  words: DocumentWords,
): MdastPluginEntry {
  const addressOf = (file: string) => `${viewAddressOf(repository)}${EXAMPLES}${file}`;
  return ({ fileURL }) => {
    const t = words(fileURL);
    /** A file is shown once a page, since many blocks import the same; later ones lead there. */
    const shown = new Set<string>();

    const foldFile = (file: string): Custom => {
      const id = `file-${slug(file.replaceAll('/', '-').replaceAll('.', '-'))}`;
      const label: PhrasingContent = { type: 'text', value: `${t('study.example.beside')} ` };
      const name: PhrasingContent = { type: 'inlineCode', value: file.split('/').at(-1) ?? file };
      if (shown.has(file)) {
        return element('p', { class: 'study-file' }, [label, { type: 'link', url: `#${id}`, children: [name] }]);
      }
      shown.add(file);
      const code: Code = { type: 'code', lang: 'python', value: cutRegion(files.read(EXAMPLES + file).text) ?? '' };
      const source = element('p', {}, [
        { type: 'link', url: addressOf(file), children: [{ type: 'text', value: t('study.example.repository') }] },
      ]);
      // The same text on many pages would only be in the way of who searches.
      return element('details', { class: 'study-file', id, 'data-pagefind-ignore': '' }, [
        element('summary', {}, [label, name]),
        code,
        source,
      ]);
    };

    return {
      name: 'study-examples',
      code(node, context) {
        const meta = parseFenceMeta(node.meta);
        const mode = getBlockMode({ lang: node.lang ?? '', meta });
        const isKnown = (file: string) => files.has(EXAMPLES + file);
        if (mode === 'example') {
          const { path, region } = parseReference(meta.values.get('example') ?? '');
          const text = isKnown(path) ? cutRegion(files.read(EXAMPLES + path).text, region) : undefined;
          if (text === undefined) return;
          const link: PhrasingContent = {
            type: 'link',
            url: addressOf(path),
            children: [{ type: 'inlineCode', value: path }],
          };
          const label: PhrasingContent = { type: 'text', value: `${t('study.example.program')} ` };
          context.insertBefore(node, element('p', { class: 'study-file' }, [label, link]));
          context.setProperty(node, 'value', text);
        }
        const beside = mode === 'cpython' ? meta.values.get('with') : undefined;
        for (const file of beside === undefined ? [] : listBeside(beside).filter(isKnown)) {
          context.insertBefore(node, foldFile(file));
        }
      },
    };
  };
}

function element(
  name: string,
  properties: Readonly<Record<string, string>>,
  children: readonly (PhrasingContent | BlockContent | Custom)[],
): Custom {
  return { type: 'study-file', data: { hName: name, hProperties: properties }, children: [...children] };
}
