/** The addresses of what there is once in each language: at the base in the main one, below its folder in another. */
import site from 'virtual:study/site';
import type { GetStaticPaths } from 'astro';

export const listLanguages = (() =>
  Object.keys(site.locales).map((locale) => ({
    params: { language: locale === 'root' ? undefined : locale },
    props: { locale },
  }))) satisfies GetStaticPaths;
