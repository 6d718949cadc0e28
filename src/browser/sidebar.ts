/** How the sidebar of the page before was left, in this tab: which sidebar it was, which of its folders were open, how far it was scrolled. */
export interface SidebarState {
  /** The sidebar of another area is another one. */
  readonly of: string;
  readonly open: readonly boolean[];
  /** In px. */
  readonly scroll: number;
}

export const SIDEBAR_KEY = 'study-sidebar';
