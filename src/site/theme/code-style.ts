/** What marks lines and words by the token that gives it its color; how much of it is mixed into the ground, in percent. */
export const CODE_MARKS = { mark: 'study-accent', ins: 'd-good', del: 'd-warn' } as const;
export const CODE_MARK_SHARE = 10;

function tint(mark: keyof typeof CODE_MARKS): string {
  return `color-mix(in srgb, var(--${CODE_MARKS[mark]}) ${CODE_MARK_SHARE}%, transparent)`;
}

/** The frame of code blocks: flat, on the theme's ground, without the shadow of a window. */
export const CODE_STYLE = {
  borderRadius: 'var(--study-radius)',
  borderColor: 'var(--study-line)',
  codeBackground: 'var(--study-code-ground)',
  codeFontFamily: 'var(--__sl-font-mono)',
  codeFontSize: '0.84375rem',
  codeLineHeight: '1.65',
  codePaddingBlock: '0.875rem',
  codePaddingInline: '1.125rem',
  uiFontFamily: 'var(--__sl-font)',
  uiFontSize: '0.8125rem',
  focusBorder: 'var(--study-accent)',
  scrollbarThumbColor: 'var(--study-edge)',
  frames: {
    shadowColor: 'transparent',
    frameBoxShadowCssValue: 'none',
    editorBackground: 'var(--study-code-ground)',
    editorTabBarBackground: 'var(--study-surface)',
    editorTabBarBorderBottomColor: 'var(--study-line)',
    editorActiveTabBackground: 'var(--study-code-ground)',
    editorActiveTabForeground: 'var(--study-ink)',
    editorActiveTabIndicatorTopColor: 'transparent',
    editorActiveTabIndicatorBottomColor: 'var(--study-accent)',
    terminalBackground: 'var(--study-code-ground)',
    terminalTitlebarBackground: 'var(--study-surface)',
    terminalTitlebarForeground: 'var(--study-muted)',
    terminalTitlebarBorderBottomColor: 'var(--study-line)',
    terminalTitlebarDotsForeground: 'var(--study-edge)',
    terminalTitlebarDotsOpacity: '0.5',
    inlineButtonForeground: 'var(--study-muted)',
    inlineButtonBorder: 'var(--study-edge)',
    tooltipSuccessBackground: 'var(--study-accent)',
    tooltipSuccessForeground: 'var(--study-ground)',
  },
  textMarkers: {
    markBackground: tint('mark'),
    markBorderColor: `var(--${CODE_MARKS.mark})`,
    insBackground: tint('ins'),
    insBorderColor: `var(--${CODE_MARKS.ins})`,
    insDiffIndicatorColor: `var(--${CODE_MARKS.ins})`,
    delBackground: tint('del'),
    delBorderColor: `var(--${CODE_MARKS.del})`,
    delDiffIndicatorColor: `var(--${CODE_MARKS.del})`,
  },
} as const;
