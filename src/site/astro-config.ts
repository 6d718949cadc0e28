/** Puts the site together. With the files beside it, the only place that knows Starlight. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { satteri } from '@astrojs/markdown-satteri';
import starlight from '@astrojs/starlight';
import type { AstroUserConfig } from 'astro';
import { foldersOf } from '../content/check/checked-site.ts';
import { openDiskFiles } from '../content/files/disk-files.ts';
import { createChecklistPlugin } from '../content/markdown/checklist.ts';
import { createDiagramPlugin } from '../content/markdown/diagram.ts';
import { createExamplePlugin } from '../content/markdown/example.ts';
import { FEATURES } from '../content/markdown/features.ts';
import { createLanesPlugin } from '../content/markdown/lanes.ts';
import { createLinkPlugin, createPageLinks } from '../content/markdown/link.ts';
import { createOutputPlugin } from '../content/markdown/output.ts';
import { createPicturePlugin } from '../content/markdown/picture.ts';
import { runPlugin } from '../content/markdown/run.ts';
import { createSummaryPlugin } from '../content/markdown/summary.ts';
import { createTimelinePlugin } from '../content/markdown/timeline.ts';
import { createDocumentWords, langsOf } from '../content/markdown/words.ts';
import { editAddressOf } from '../content/repository-link.ts';
import type { Site } from '../content/site-config.ts';
import { provideCardFiles } from './card-files.ts';
import { checkBeforeBuild } from './content-check.ts';
import { serveLiveCollections } from './content-store.ts';
import { watchContent } from './content-watch.ts';
import { provideDevApp } from './dev-app.ts';
import { countRequests } from './dev-idle.ts';
import { provideExampleDownloads } from './example-downloads.ts';
import { provideExerciseDownloads } from './exercise-downloads.ts';
import { provideFeeds } from './feeds.ts';
import { provideInstall } from './install.ts';
import { provideOffline } from './offline.ts';
import { replaceParts } from './own-parts.ts';
import { providePreviewFiles } from './preview-files.ts';
import { provideProjectDownloads } from './project-downloads.ts';
import { providePublishing } from './publish.ts';
import { provideRedirects } from './redirect-pages.ts';
import { listRedirects } from './redirects.ts';
import { joinScripts } from './script-chunks.ts';
import { provideSearchIndex } from './search-index.ts';
import { provideSitemap } from './sitemap.ts';
import { provideSocialCards } from './social-cards.ts';
import { createCodeTheme } from './theme/code-theme.ts';
import { listThemeSheets, readSiteColors } from './theme/site-theme.ts';
import { provideTopicFiles } from './topic-files.ts';
import { provideVendor } from './vendor.ts';
import { provideSite } from './virtual-site.ts';
import { provideWordFiles } from './word-files.ts';

const engine = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** On every page, in this order, after the theme; `page-styles.ts` has those of few pages, and search brings its own. */
const STYLES = [
  'base/content',
  'frame',
  'header',
  'sidebar',
  'contents',
  'page-end',
  'prose',
  'area',
  'note',
  'checklist',
  'diagram',
  'run',
  'phases',
  'offline-link',
  'footer',
  'connection',
  'preview',
  'reading',
  'margin',
  'way',
] as const;

/** The first is the one that Starlight begins with. */
const SCHEMES = ['dark', 'light'] as const;

/**
 * The Astro configuration of a study site.
 * @param root absolute path of the folder that holds `content/`
 */
export function createAstroConfig(site: Site, root: string): AstroUserConfig {
  const files = openDiskFiles(root);
  const shape = { base: site.base, locales: foldersOf(site) };
  const links = createPageLinks(root, files, shape);
  const words = createDocumentWords(path.join(root, 'content'), langsOf(site));
  const colors = { dark: readSiteColors(site.theme, 'dark'), light: readSiteColors(site.theme, 'light') };
  return {
    site: site.url,
    base: site.base,
    srcDir: '.',
    trailingSlash: 'always',
    // A third of Astro's: `link-prefetch.ts`.
    prefetch: false,
    markdown: {
      processor: satteri({
        features: FEATURES,
        mdastPlugins: [
          createSummaryPlugin(words),
          () => createChecklistPlugin(),
          createLinkPlugin(links),
          createDiagramPlugin(links, words),
          createExamplePlugin(files, site.repository, words),
          runPlugin,
          createTimelinePlugin(words),
          createLanesPlugin(words),
          createPicturePlugin(words),
          createOutputPlugin(words),
        ],
      }),
    },
    integrations: [
      watchContent(files),
      serveLiveCollections(),
      countRequests(),
      provideDevApp(),
      checkBeforeBuild(root, files, site),
      provideSite(site, root),
      joinScripts(),
      replaceParts(),
      provideExerciseDownloads(site, files),
      provideExampleDownloads(site, files),
      provideProjectDownloads(site, files),
      provideCardFiles(),
      provideTopicFiles(),
      provideWordFiles(),
      provideFeeds(),
      providePreviewFiles(),
      provideSocialCards(),
      provideVendor(site.base),
      starlight({
        title: site.title,
        description: site.description,
        locales: site.locales,
        editLink: { baseUrl: editAddressOf(site.repository) },
        lastUpdated: true,
        head: [
          { tag: 'meta', attrs: { name: 'author', content: site.author } },
          // The color of the header, where a browser paints its own frame in it.
          ...SCHEMES.map((scheme) => ({
            tag: 'meta' as const,
            attrs: {
              name: 'theme-color',
              content: colors[scheme].get('study-bar') ?? '',
              media: `(prefers-color-scheme: ${scheme})`,
            },
          })),
        ],
        pagefind: false,
        sidebar: [],
        credits: false,
        favicon: '/favicon.svg',
        customCss: [...listThemeSheets(site.theme), ...STYLES].map((name) => engine(`../styles/${name}.css`)),
        routeMiddleware: engine('./route-data.ts'),
        components: {
          SkipLink: engine('./components/SkipLink.astro'),
          ThemeProvider: engine('./components/frame/ThemeProvider.astro'),
          PageFrame: engine('./components/frame/PageFrame.astro'),
          Header: engine('./components/frame/Header.astro'),
          Sidebar: engine('./components/frame/Sidebar.astro'),
          TwoColumnContent: engine('./components/frame/Columns.astro'),
          PageSidebar: engine('./components/frame/Contents.astro'),
          ContentPanel: engine('./components/frame/Panel.astro'),
          PageTitle: engine('./components/PageTitle.astro'),
          MarkdownContent: engine('./components/MarkdownContent.astro'),
          Footer: engine('./components/Footer.astro'),
          FallbackContentNotice: engine('./components/FallbackContentNotice.astro'),
        },
        expressiveCode: {
          themes: SCHEMES.map((scheme) => createCodeTheme(scheme, colors[scheme])),
          // The frames are styled by `code.css`; their button is made by `code-copy.ts`, of the text that is there.
          frames: { showCopyToClipboardButton: false },
          // A test computes the contrast of every color of code on every ground.
          minSyntaxHighlightingColorContrast: 0,
        },
      }),
      provideSitemap(site),
      provideSearchIndex(site.base, root),
      provideRedirects(site, root, files),
      provideInstall(site, root),
      providePublishing(site, () => listRedirects(files, site)),
      provideOffline(site),
    ],
  };
}
