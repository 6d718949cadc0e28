/**
 * How cards look in Anki, light and at night. Every color of text has a contrast of 4.5 or more on its ground, which a test
 * computes.
 */
export const ANKI_COLORS = {
  light: {
    ground: '#ffffff',
    text: '#1b1f24',
    code: '#f3f4f6',
    line: '#d0d7de',
    link: '#0a58ca',
    gap: '#0550ae',
    keyword: '#b3152a',
    constant: '#0550ae',
    string: '#0a3069',
    comment: '#57606a',
    function: '#6639ba',
    parameter: '#8a3b00',
  },
  dark: {
    ground: '#1e1f22',
    text: '#e6e8eb',
    code: '#2b2d31',
    line: '#484b51',
    link: '#79b8ff',
    gap: '#79c0ff',
    keyword: '#ff8f87',
    constant: '#79c0ff',
    string: '#a5d6ff',
    comment: '#a2abb5',
    function: '#d2b5ff',
    parameter: '#ffb37a',
  },
} as const;

function writeColors(colors: Readonly<Record<string, string>>): string {
  return Object.entries(colors)
    .map(([name, color]) => `--${name}:${color}`)
    .join(';');
}

/** Clients differ in the class that they give the body at night. */
export const ANKI_STYLE = `.card{${writeColors(ANKI_COLORS.light)};background:var(--ground);color:var(--text);font:1.1rem/1.5 system-ui,sans-serif;text-align:start;max-width:40rem;margin:1rem auto;padding:0 1rem}
.card.nightMode,.card.night_mode{${writeColors(ANKI_COLORS.dark)}}
code,pre,input#typeans,code#typeans{font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.9em}
code{white-space:break-spaces;background:var(--code);border-radius:.25rem;padding:.1em .3em}
pre{background:var(--code);border-radius:.5rem;padding:.75rem 1rem;overflow-x:auto;line-height:1.45}
pre code{white-space:pre;padding:0}
table{border-collapse:collapse}
td,th{border:1px solid var(--line);padding:.25rem .5rem}
img{max-width:100%}
hr{border:0;border-top:1px solid var(--line);margin:1rem 0}
a{color:var(--link)}
.link{font-size:.85em}
.cloze,.cloze *{color:var(--gap);font-weight:bold}
.k-keyword{color:var(--keyword)}
.k-constant{color:var(--constant)}
.k-string,.k-string-expression{color:var(--string)}
.k-comment{color:var(--comment)}
.k-function{color:var(--function)}
.k-parameter{color:var(--parameter)}
.k-link{color:var(--link)}
`;
