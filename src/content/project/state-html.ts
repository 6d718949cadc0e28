/** How far the reader is with a project, as an element that its script fills: `src/islands/project-state.ts`. */
import { escapeHtml } from '../exercise/html.ts';
import type { Translate } from '../markdown/words.ts';
import type { ProjectTokens } from './token.ts';

/** Attributes of `<study-project-state>`: of the items, the first `data-must` are those that it must meet. */
export function createStateAttributes(
  { must, should, milestones }: ProjectTokens,
  t: Translate,
): Readonly<Record<string, string>> {
  return {
    class: 'study-project-state',
    'data-items': [...must, ...should, ...milestones].join(' '),
    'data-must': String(must.length),
    'data-started': t('study.project.started'),
    'data-done': t('study.project.done'),
  };
}

/** For Markdown. */
export function writeProjectState(tokens: ProjectTokens, t: Translate): string {
  const attributes = Object.entries(createStateAttributes(tokens, t));
  const written = attributes.map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join('');
  return `<study-project-state${written}></study-project-state>`;
}

/** How many of some projects are done, for Markdown; `src/islands/built-projects.ts` counts. */
export function writeBuiltProjects(projects: readonly ProjectTokens[], words: string): string {
  const listed = projects.map(({ must }) => must.join(' ')).join(';');
  const text = words.replace('{done}', '0');
  return `<study-built class="study-studied" data-projects="${escapeHtml(listed)}" data-words="${escapeHtml(words)}">${text}</study-built>`;
}
