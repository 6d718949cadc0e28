/** The contract of `site.config.ts`: what a fork may say, checked before anything is built. */
import { z } from 'astro/zod';
import { THEMES } from './theme-name.ts';

const localeSchema = z.strictObject({
  /** The language's own name, as its readers write it: `Español`. */
  label: z.string().min(1),
  /** BCP 47 tag for `<html lang>`: `pt-BR`. Interface words come from `content/i18n/<lang>.json`. */
  lang: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'write a language tag such as en or pt-BR'),
  /** The direction of writing. */
  dir: z.enum(['ltr', 'rtl']).default('ltr'),
});

const FOLDER = /^[a-z][a-z0-9-]*$/;

const siteSchema = z.strictObject({
  /**
   * Begins every key that the site keeps in a reader's browser, so that two sites on one host never share data.
   * Choose it once: changing it leaves every reader's progress behind.
   */
  siteId: z.string().regex(/^[a-z][a-z0-9-]*$/, 'write lower-case letters, digits and hyphens'),
  /** The name in the header and in page titles. */
  title: z.string().min(1),
  /** One sentence for search engines and for pages that have no description of their own. */
  description: z.string().min(1).max(160),
  /** Where the site is published, without the base: `https://example.org`. `SITE_URL` in the environment wins. */
  url: z.url(),
  /** The path below which the site is published: `/` or `/study/`. `SITE_BASE` in the environment wins. */
  base: z
    .string()
    .regex(/^\/(.*\/)?$/, 'begin and end with a slash: /study/')
    .default('/'),
  /** Who is named as the author in each page's head. */
  author: z.string().min(1),
  /** Where the sources live, for edit links. */
  repository: z.strictObject({
    url: z.url(),
    /** The branch that edit links point at. */
    branch: z.string().min(1).default('main'),
  }),
  /** The look to start from; `src/styles/theme.css` changes it further. */
  theme: z.enum(THEMES, { error: `choose one of ${THEMES.join(', ')}` }).default('ink'),
  /** Whether every Python and SQL block must say whether it runs, and if not, why. */
  strictCode: z.boolean().default(false),
  /** Whether every checklist item must have its id written down, so that rewording it loses nobody's tick. */
  strictIds: z.boolean().default(false),
  /**
   * Whether readers can save the site for use without a network. `false` takes away what they have saved, and the service
   * worker with it, at their next visit.
   */
  offline: z.boolean().default(true),
  /**
   * The languages. `root` is the one whose files lie directly in `content/docs`; every other key is both the folder
   * below `content/docs` and the first part of the address.
   */
  locales: z.record(z.string(), localeSchema).superRefine((locales, context) => {
    if (!('root' in locales))
      context.addIssue({ code: 'custom', message: 'name the main language under the key "root"' });
    for (const folder of Object.keys(locales).filter((name) => !FOLDER.test(name))) {
      context.addIssue({
        code: 'custom',
        path: [folder],
        message: 'name the folder in lower case, with hyphens: pt-br',
      });
    }
  }),
});

/** What a fork writes. */
export type SiteInput = z.input<typeof siteSchema>;
/** What the engine reads: defaults filled in, environment applied. */
export type Site = z.output<typeof siteSchema>;

/** A site configuration that cannot be used; the message lists every problem. */
class SiteConfigError extends Error {
  override readonly name = 'SiteConfigError';
}

/**
 * Checks a site configuration.
 * @throws {SiteConfigError} naming each option that is wrong and how to mend it
 */
export function defineSite(input: SiteInput, environment: NodeJS.ProcessEnv = process.env): Site {
  const { SITE_URL: url = input.url, SITE_BASE: base = input.base } = environment;
  const result = siteSchema.safeParse({ ...input, url, ...(base !== undefined && { base }) });
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const option = issue.path.join('.') || 'site';
    return `  ${option}: ${issue.message}`;
  });
  throw new SiteConfigError(`site.config.ts cannot be used:\n${lines.join('\n')}`);
}
