/** What of a project can be ticked, as the reader's record knows it: see item-token.ts of the domain. */
import { createItemToken } from '../../domain/item-token.ts';
import { type FormerIds, formerKeys, itemKey } from '../checklist.ts';
import type { Project } from '../kinds/project.ts';
import { projectPath } from './path.ts';

/** Tokens by what they stand for. */
export interface ProjectTokens {
  /** Criteria without which it is not done. */
  readonly must: readonly string[];
  readonly should: readonly string[];
  readonly milestones: readonly string[];
}

/** What a project's page says of the ids that it and its items had. */
export function formerProjectIds({ was, criteria, milestones }: Project): FormerIds {
  const items = [...criteria, ...milestones].flatMap((item) => (item.was ? [[item.id, item.was] as const] : []));
  return { ...(was && { was: was.map(projectPath) }), wasItems: Object.fromEntries(items) };
}

export function tokensOfProject(project: Project): ProjectTokens {
  const page = projectPath(project.id);
  const former = formerProjectIds(project);
  const tokenOf = ({ id }: { id: string }) => createItemToken(itemKey(page, id), formerKeys(page, id, former));
  const criteria = (wanted: 'must' | 'should') => project.criteria.filter(({ need }) => need === wanted).map(tokenOf);
  return { must: criteria('must'), should: criteria('should'), milestones: project.milestones.map(tokenOf) };
}
