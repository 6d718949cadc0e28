/** Whether pages that are written in the main language only are searched too; remembered in this browser. */
import { openStorage, siteId } from '../browser/study.ts';
import { fillIn, type SearchWords } from './search-words.ts';

export interface LanguageChoice {
  /** `undefined` where there is no choice: the page is in the main language. */
  readonly element: HTMLElement | undefined;
  isOwnOnly(): boolean;
}

interface LanguageChoiceOptions {
  readonly words: SearchWords;
  readonly lang: string;
  readonly mainLang: string;
  readonly onChange: () => void;
}

export function createLanguageChoice({ words, lang, mainLang, onChange }: LanguageChoiceOptions): LanguageChoice {
  if (lang === mainLang) return { element: undefined, isOwnOnly: () => false };
  const key = `${siteId}:search-own`;
  const storage = openStorage();
  let isOwnOnly = storage.getItem(key) === lang;
  const chip = document.createElement('button');
  chip.type = 'button';
  chip.className = 'study-search-chip study-search-also';
  const name = new Intl.DisplayNames(lang, { type: 'language' }).of(mainLang) ?? mainLang;
  chip.textContent = fillIn(words.alsoIn, { language: name });
  const show = () => chip.setAttribute('aria-pressed', String(!isOwnOnly));
  chip.addEventListener('click', () => {
    isOwnOnly = !isOwnOnly;
    try {
      if (isOwnOnly) storage.setItem(key, lang);
      else storage.setItem(key, '');
    } catch {
      // Full or blocked: it holds for this page.
    }
    show();
    onChange();
  });
  show();
  return { element: chip, isOwnOnly: () => isOwnOnly };
}
