/**
 * The line of script in the head that applies what a reader prefers before anything is painted, so that nothing moves or
 * flashes: theme, text size, width, and on pages that have its button, focus mode.
 *
 * Whether scripts run at all is said, too: what needs them is hidden where they do not.
 */
import { THEME_KEY } from '../browser/theme.ts';

export function writeHeadScript(siteId: string, hasTools: boolean): string {
  const key = (name: string) => JSON.stringify(`${siteId}:${name}`);
  const focus = hasTools ? `;if(sessionStorage.getItem(${key('focus')}))d.readingFocus=""` : '';
  return (
    'const d=document.documentElement.dataset;d.scripts="";' +
    'd.theme=matchMedia("(prefers-color-scheme:light)").matches?"light":"dark";' +
    `try{d.theme=localStorage.getItem("${THEME_KEY}")||d.theme;` +
    `const r=JSON.parse(localStorage.getItem(${key('reading')})||"{}");` +
    `d.readingSize=r.size||"";d.readingWidth=r.width||""${focus}}catch{}`
  );
}
