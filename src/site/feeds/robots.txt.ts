/** Tells search engines where the sitemap is. */
import site from 'virtual:study/site';
import type { APIRoute } from 'astro';

export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${new URL(`${site.base}sitemap-index.xml`, site.url)}\n`);
