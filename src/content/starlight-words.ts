/**
 * Words that Starlight says beside ours. It brings them for many languages; in any other it would say them in English, so that
 * the language's own file has to. A test compares this with the Starlight that is installed.
 */

/** Languages that Starlight speaks. */
export const STARLIGHT_LANGUAGES: readonly string[] = [
  'ar',
  'ca',
  'cs',
  'da',
  'de',
  'el',
  'en',
  'es',
  'fa',
  'fi',
  'fr',
  'gl',
  'he',
  'hi',
  'hu',
  'id',
  'it',
  'ja',
  'ko',
  'lv',
  'nb',
  'nl',
  'pl',
  'pt',
  'ro',
  'ru',
  'sk',
  'sv',
  'th',
  'tr',
  'uk',
  'vi',
  'zh-CN',
  'zh-TW',
];

/** Those in which it also names what stands around a block of code. */
export const FRAME_LANGUAGES: readonly string[] = [
  'ar',
  'ca',
  'cs',
  'de',
  'en',
  'es',
  'fr',
  'gl',
  'hi',
  'hu',
  'it',
  'ja',
  'ko',
  'pl',
  'pt',
  'ru',
  'zh-CN',
  'zh-TW',
];

/** Keys that a reader can come upon, each with what stands there in English. */
export const STARLIGHT_WORDS: Readonly<Record<string, string>> = {
  'skipLink.label': 'Skip to content',
  'search.label': 'Search',
  'search.ctrlKey': 'Ctrl',
  'search.cancelLabel': 'Cancel',
  'themeSelect.accessibleLabel': 'Select theme',
  'themeSelect.dark': 'Dark',
  'themeSelect.light': 'Light',
  'themeSelect.auto': 'Auto',
  'languageSelect.accessibleLabel': 'Select language',
  'menuButton.accessibleLabel': 'Menu',
  'sidebarNav.accessibleLabel': 'Main',
  'tableOfContents.onThisPage': 'On this page',
  'tableOfContents.overview': 'Overview',
  'i18n.untranslatedContent': 'This content is not available in your language yet.',
  'page.editLink': 'Edit page',
  'page.lastUpdated': 'Last updated:',
  'page.previousLink': 'Previous',
  'page.nextLink': 'Next',
  'page.draft': 'This content is a draft and will not be included in production builds.',
  '404.text': 'Page not found. Check the URL or try using the search bar.',
  'aside.note': 'Note',
  'aside.tip': 'Tip',
  'aside.caution': 'Caution',
  'aside.danger': 'Danger',
  'fileTree.directory': 'Directory',
  'heading.anchorLabel': 'Section titled “{{title}}”',
};

export const FRAME_WORDS: Readonly<Record<string, string>> = {
  'expressiveCode.terminalWindowFallbackTitle': 'Terminal window',
};

/**
 * What a language has to say itself, with what it is in English.
 * @param lang BCP 47 tag: Starlight takes the words of Spanish for Mexico, too
 */
export function listForeignWords(lang: string): Readonly<Record<string, string>> {
  const isOf = (languages: readonly string[]) =>
    languages.includes(lang) || languages.includes(lang.replace(/-[a-zA-Z]{2}$/, ''));
  return { ...(!isOf(STARLIGHT_LANGUAGES) && STARLIGHT_WORDS), ...(!isOf(FRAME_LANGUAGES) && FRAME_WORDS) };
}
