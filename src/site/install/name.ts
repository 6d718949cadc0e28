/** Names of the files that installing takes. Pages link to them; what makes them is not loaded with a page. */

/** Below the folder of its language. */
export const WEB_MANIFEST = 'manifest.webmanifest';
/** Below the base. */
export const ICON_FOLDER = 'icons';
export const APPLE_ICON = `${ICON_FOLDER}/apple-180.png`;
