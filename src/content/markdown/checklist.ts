/**
 * Turns Markdown task lists into tick boxes that make sense before any script runs:
 * `<li class="study-item" id="explain-gil" data-item="explain-gil"><label><input type="checkbox" disabled>…</label></li>`.
 * The page's script enables them and keeps their state.
 */
import type { ListItem, Paragraph } from 'mdast';
import type { Custom, MdastPluginDefinition } from 'satteri';
import { type ChecklistItem, ItemIds, splitBlockId } from '../checklist.ts';

/**
 * A fresh plugin for each document, because derived ids depend on the items before.
 * @param onItem is told of each item, in order
 */
export function createChecklistPlugin(onItem?: (item: ChecklistItem) => void): MdastPluginDefinition {
  const ids = new ItemIds();
  return {
    name: 'study-checklist',
    options: { position: onItem !== undefined },
    list(node, context) {
      if (!node.children.some(isTask)) return;
      context.setProperty(node, 'data', { hProperties: { class: 'study-list' } });
    },
    listItem(node, context) {
      if (!isTask(node)) return;
      const [first, ...rest] = node.children;
      if (first?.type !== 'paragraph') return;
      const { text, id } = splitBlockId(context.textContent(first));
      const itemId = ids.next(text, id);
      const line = node.position?.start.line ?? 1;
      onItem?.({ id: itemId, text, isExplicit: id !== undefined, line, endLine: first.position?.end.line ?? line });
      context.replaceNode(node, {
        type: 'listItem',
        spread: node.spread ?? false,
        data: { hProperties: { class: 'study-item', id: itemId, 'data-item': itemId } },
        children: [labelFor(first, node.checked === true), ...rest],
      } as ListItem);
    },
  };
}

function isTask(node: Readonly<ListItem>): boolean {
  return typeof node.checked === 'boolean';
}

/** Not a paragraph: a tight list would drop the element around its text. */
function labelFor(paragraph: Readonly<Paragraph>, isChecked: boolean): Custom {
  const input = { type: 'checkbox', disabled: true, ...(isChecked && { checked: true }) };
  return {
    type: 'study-item-label',
    data: { hName: 'label' },
    children: [
      { type: 'study-item-box', data: { hName: 'input', hProperties: input }, children: [] },
      { type: 'study-item-text', data: { hName: 'span' }, children: withoutBlockId(paragraph.children) },
    ],
  };
}

function withoutBlockId(children: Paragraph['children']): Paragraph['children'] {
  const last = children.at(-1);
  if (last?.type !== 'text') return [...children];
  return [...children.slice(0, -1), { type: 'text', value: splitBlockId(last.value).text }];
}
