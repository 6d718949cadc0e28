/**
 * The line of script in the head that applies how the reader likes to read, before anything is painted, so that nothing
 * moves: text size, width, and on pages that have its button, focus mode.
 *
 * Whether scripts run at all is said, too: what needs them is hidden where they do not.
 */
export function writeReadingScript(siteId: string, hasTools: boolean): string {
  const key = (name: string) => JSON.stringify(`${siteId}:${name}`);
  const focus = hasTools ? `;if(sessionStorage.getItem(${key('focus')}))d.readingFocus=""` : '';
  return (
    'document.documentElement.dataset.scripts="";' +
    `try{const d=document.documentElement.dataset,r=JSON.parse(localStorage.getItem(${key('reading')})||"{}");` +
    `d.readingSize=r.size||"";d.readingWidth=r.width||""${focus}}catch{}`
  );
}
