/** An editor for a reader's code: CodeMirror, loaded when the first one is opened, or a text area where that fails. */
import type { CodePlace } from '../runners/runner.ts';

export type CodeLanguage = 'python' | 'sql';

export interface EditorOptions {
  readonly code: string;
  readonly language: CodeLanguage;
  /** What a screen reader calls it. */
  readonly label: string;
  /** Is told of each change by the reader, not of `write`. */
  onChange(code: string): void;
  /** Ctrl+Enter or ⌘+Enter. */
  onRun?(): void;
}

export interface Editor {
  read(): string;
  write(code: string): void;
  /** Shows where an error was raised; `undefined` takes the mark away, and so does any change. */
  mark(place: CodePlace | undefined, message?: string): void;
  focus(): void;
  /** Takes it out of the page. */
  close(): void;
}

/** Opens an editor at the end of an element. Never rejects. */
export async function openEditor(parent: HTMLElement, options: EditorOptions): Promise<Editor> {
  try {
    const { openCodeMirror } = await import('./codemirror.ts');
    return openCodeMirror(parent, options);
  } catch (error) {
    console.error('The editor could not be loaded; a plain text area takes its place.', error);
    const { openTextArea } = await import('./text-area.ts');
    return openTextArea(parent, options);
  }
}
