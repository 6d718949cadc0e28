/** Where the browser keeps which theme its reader chose: Starlight's own key, so that a choice made long ago still counts. */
export const THEME_KEY = 'starlight-theme';
