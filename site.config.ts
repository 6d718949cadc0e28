/**
 * Everything that a fork changes. The rest of the site follows from here and from `content/`.
 * Every option is documented where it is checked: `src/content/site-config.ts`.
 */
import { defineSite } from './src/content/site-config.ts';

export default defineSite({
  siteId: 'pskb',
  title: 'Python Senior Knowledge Base',
  description:
    'A study site that takes a backend Python developer to senior: notes that were run, checklists that remember, no account.',
  url: 'https://python-senior.github.io',
  base: '/',
  author: 'The Python Senior Knowledge Base authors',
  repository: { url: 'https://github.com/python-senior/python-senior.github.io', branch: 'main' },
  strictCode: true,
  strictIds: true,
  locales: {
    root: { label: 'English', lang: 'en' },
    es: { label: 'Español', lang: 'es' },
    'pt-br': { label: 'Português', lang: 'pt-BR' },
  },
});
