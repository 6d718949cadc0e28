/** The roadmaps of the site, in order. */
import site from 'virtual:study/site';
import { languagesOf } from '../content/check/checked-site.ts';
import { readRoadmaps } from '../content/roadmap-file.ts';
import { keep } from './keep.ts';
import { files } from './site-files.ts';

export const listRoadmaps = keep(() => readRoadmaps(files, languagesOf(site)));
