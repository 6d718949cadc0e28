/**
 * CodeMirror with the parts that short programs need: line numbers, history, indentation, brackets, a mark for errors. Tab
 * is not bound, so that the keyboard leaves the editor as it leaves any field; Enter indents by itself.
 */
import { defaultKeymap, history, historyKeymap, indentLess, indentMore } from '@codemirror/commands';
import { python } from '@codemirror/lang-python';
import { PostgreSQL, sql } from '@codemirror/lang-sql';
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { Annotation, EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { CodePlace } from '../runners/runner.ts';
import type { CodeLanguage, Editor, EditorOptions } from './editor.ts';

/** The colors are custom properties, so that they follow the theme of the page. */
const highlighting = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.self], class: 'tok-keyword' },
  { tag: [tags.string, tags.special(tags.string)], class: 'tok-string' },
  { tag: [tags.number, tags.bool, tags.null], class: 'tok-number' },
  { tag: [tags.comment], class: 'tok-comment' },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], class: 'tok-function' },
  { tag: [tags.definition(tags.variableName), tags.className, tags.typeName], class: 'tok-name' },
]);

/** CodeMirror's own sheet stands outside the page's layers, so only a theme of its own kind reaches over it. */
const theme = EditorView.theme({
  '&.cm-focused': { outline: '2px solid var(--d-accent)', outlineOffset: '1px' },
  '.cm-scroller': {
    fontFamily: 'var(--__sl-font-mono)',
    lineHeight: '1.65',
    maxBlockSize: '32rem',
    overflow: 'auto',
  },
  '.cm-content': { caretColor: 'var(--sl-color-white)', paddingBlock: '0.6rem' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--sl-color-white)' },
  '.cm-gutters': { border: '0', backgroundColor: 'transparent', color: 'var(--d-muted)' },
  '.cm-activeLine, .cm-activeLineGutter': {
    backgroundColor: 'color-mix(in srgb, var(--d-accent) 8%, transparent)',
  },
  '.cm-line.study-editor-error': { backgroundColor: 'var(--d-warn-soft)' },
  // As long as CodeMirror's own selector, which would win otherwise.
  '& > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': { backgroundColor: 'var(--d-accent-soft)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'var(--d-accent-soft)',
  },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--d-accent-soft)' },
});

const LANGUAGES: Readonly<Record<CodeLanguage, () => Extension>> = {
  python: () => [python(), indentUnit.of('    ')],
  sql: () => sql({ dialect: PostgreSQL }),
};

interface Mark {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

const setMark = StateEffect.define<Mark | undefined>();
const written = Annotation.define<boolean>();

const marked = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setMark))
        return effect.value === undefined ? Decoration.none : decorate(transaction.state, effect.value);
    }
    return transaction.docChanged ? Decoration.none : decorations;
  },
  provide: (field) => EditorView.decorations.from(field),
});

export function openCodeMirror(parent: HTMLElement, options: EditorOptions): Editor {
  const run = () => {
    options.onRun?.();
    return options.onRun !== undefined;
  };
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: options.code,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        indentOnInput(),
        bracketMatching(),
        LANGUAGES[options.language](),
        syntaxHighlighting(highlighting),
        theme,
        marked,
        keymap.of([
          { key: 'Mod-Enter', run },
          { key: 'Mod-]', run: indentMore },
          { key: 'Mod-[', run: indentLess },
          ...defaultKeymap,
          ...historyKeymap,
        ]),
        // CodeMirror writes the classes anew with each change of focus.
        EditorView.editorAttributes.of({ class: 'study-editor' }),
        EditorView.contentAttributes.of({
          'aria-label': options.label,
          tabindex: '0',
          spellcheck: 'false',
          autocapitalize: 'off',
        }),
        EditorView.updateListener.of(({ docChanged, state, transactions }) => {
          const isOwn = transactions.some((transaction) => transaction.annotation(written));
          if (docChanged && !isOwn) options.onChange(state.doc.toString());
        }),
      ],
    }),
  });
  return {
    read: () => view.state.doc.toString(),
    write(code) {
      // A change like any other, so that undo brings back what was there.
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: code },
        annotations: written.of(true),
      });
    },
    mark(place, message = '') {
      const value = place && { ...findRange(view.state, place), message };
      view.dispatch({ effects: setMark.of(value) });
    },
    focus: () => view.focus(),
    close: () => view.destroy(),
  };
}

/** A place that lies beyond the text, since it was changed, ends at its end. */
function findRange({ doc }: EditorState, { line, column, endLine, endColumn }: CodePlace) {
  const offset = (number: number, units: number) => {
    const { from, length } = doc.line(Math.min(Math.max(number, 1), doc.lines));
    return from + Math.min(units, length);
  };
  const from = offset(line, column);
  return { from, to: Math.max(from, offset(endLine, endColumn)) };
}

function decorate({ doc }: EditorState, { from, to, message }: Mark): DecorationSet {
  const line = Decoration.line({ class: 'study-editor-error', attributes: { title: message } });
  const range = Decoration.mark({ class: 'study-editor-raised' });
  const ranges = [line.range(doc.lineAt(from).from), ...(to > from ? [range.range(from, to)] : [])];
  return Decoration.set(ranges, true);
}
