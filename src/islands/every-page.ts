/** What runs on every page. `own-parts.ts` puts it in the place of Starlight's own script. */
import './theme-select.ts';
import './language-select.ts';
import './sidebar.ts';
import './contents.ts';
import './search.ts';
import './checklist.ts';
import './progress.ts';
import './notices.ts';
import './print.ts';
import './link-intent.ts';
import './link-prefetch.ts';
import './note-state.ts';
