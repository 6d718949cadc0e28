/**
 * Wraps each block that the page can run in `<study-run>`, with what its fence says as attributes. Without a script the
 * block stays what it was.
 */
import type { Custom, MdastPluginDefinition } from 'satteri';
import { type Fence, getBlockMode, isCode, parseFenceMeta } from '../fence.ts';

/** The words of a fence that a runner needs to know. */
const VALUES = ['group', 'clock', 'stdin', 'engine', 'raises'] as const;

export const runPlugin: MdastPluginDefinition = {
  name: 'study-run',
  code(node, context) {
    const meta = parseFenceMeta(node.meta);
    const fence = { lang: node.lang ?? '', meta };
    if (!isRunnable(fence)) return;
    const attributes = VALUES.flatMap((name) => {
      const value = meta.values.get(name);
      return value === undefined ? [] : [[`data-${name}`, value]];
    });
    const wrapper: Custom & { children: [] } = {
      type: 'study-run',
      data: {
        hName: 'study-run',
        hProperties: {
          'data-lang': fence.lang,
          ...Object.fromEntries(attributes),
          ...(meta.flags.has('timeline') && { 'data-timeline': '' }),
        },
      },
      children: [],
    };
    context.wrapNode(node, wrapper);
  },
};

function isRunnable(fence: Pick<Fence, 'lang' | 'meta'>): boolean {
  return isCode(fence) && getBlockMode(fence) === 'run';
}
