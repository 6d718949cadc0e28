/**
 * The line of script behind the sidebar that puts it back, before it is painted, to where its reader left it on the page
 * before: the folder folded, the list scrolled. The pickers of the theme, which stand before it, say what is chosen.
 */
import { SIDEBAR_KEY } from '../browser/sidebar.ts';
import { THEME_KEY } from '../browser/theme.ts';

export const SIDEBAR_SCRIPT =
  'try{' +
  `for(const s of document.querySelectorAll("[data-preference=theme]"))s.value=localStorage.getItem("${THEME_KEY}")||"auto";` +
  `const p=document.getElementById("study__sidebar"),s=JSON.parse(sessionStorage.getItem("${SIDEBAR_KEY}"));` +
  'if(s&&s.of===p.dataset.of&&matchMedia("(min-width:50em)").matches){' +
  'p.querySelectorAll("details").forEach((d,i)=>{d.open=s.open[i]});p.scrollTop=s.scroll}' +
  '}catch{}';
