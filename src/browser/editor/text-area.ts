/** The editor where CodeMirror could not be loaded: a text area with line marking by selection. */
import type { Editor, EditorOptions } from './editor.ts';

export function openTextArea(parent: HTMLElement, { code, label, onChange, onRun }: EditorOptions): Editor {
  const area = document.createElement('textarea');
  area.className = 'study-editor study-editor-plain';
  area.setAttribute('aria-label', label);
  area.spellcheck = false;
  area.autocapitalize = 'off';
  area.value = code;
  const resize = () => {
    area.rows = Math.min(40, Math.max(3, area.value.split('\n').length + 1));
  };
  area.addEventListener('input', () => {
    resize();
    onChange(area.value);
  });
  area.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onRun?.();
  });
  parent.append(area);
  resize();
  return {
    read: () => area.value,
    write(text) {
      area.value = text;
      resize();
    },
    mark(place) {
      if (place === undefined) return;
      const lines = area.value.split('\n');
      const start = lines.slice(0, place.line - 1).reduce((sum, line) => sum + line.length + 1, 0);
      area.setSelectionRange(start, start + (lines[place.line - 1]?.length ?? 0));
    },
    focus: () => area.focus(),
    close: () => area.remove(),
  };
}
