/** The filters that catalogs have in common, with the options that something in the list answers to. */
import type { InterfaceKey } from '../content/interface-keys.ts';
import { LEVELS, type Level } from '../domain/level.ts';
import type { Library } from './library.ts';

export interface ListFilter {
  /** Field of the form, parameter of the address, and `data-` attribute of what carries `data-filtered`. */
  readonly name: string;
  readonly label: string;
  /** The option that filters nothing. */
  readonly all: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
}

type Translate = (key: InterfaceKey) => string;

/** @param has whether the list holds something of an area */
export function filterByArea(t: Translate, { areas }: Library, has: (area: string) => boolean): ListFilter {
  return {
    name: 'area',
    label: t('study.search.area'),
    all: t('study.search.allAreas'),
    options: areas.filter(({ id }) => has(id)).map(({ id, overview }) => ({ value: id, text: overview.title })),
  };
}

/** @param has whether the list holds something of a level */
export function filterByLevel(t: Translate, has: (level: Level) => boolean): ListFilter {
  return {
    name: 'level',
    label: t('study.search.level'),
    all: t('study.search.allLevels'),
    options: LEVELS.filter(has).map((level) => ({ value: level, text: t(`study.level.${level}`) })),
  };
}
