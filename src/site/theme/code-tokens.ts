/**
 * The plugin of Expressive Code that colors code. Each token gets the class of its kind, `tok-keyword`, which the editor's
 * tokens have too, and what has the color of plain code gets nothing: the style sheet has the colors of both schemes.
 *
 * Expressive Code's own plugin looks for the tokens of a block anew for each scheme and writes its colors into each token. Here
 * a block is read once, also where translations of a page have the same: it was a fifth of a large build.
 */
import {
  type AnnotationRenderOptions,
  definePlugin,
  ExpressiveCodeAnnotation,
  type ExpressiveCodePlugin,
  pluginShiki,
} from '@astrojs/starlight/expressive-code';
import { h } from '@astrojs/starlight/expressive-code/hast';
import { createTokenReader, type Token } from './token-reader.ts';

/** What a terminal printed brings its own colors. */
const TERMINAL_OUTPUT = 'ansi';

export function createTokenPlugin(): ExpressiveCodePlugin {
  const read = createTokenReader();
  const ansi = pluginShiki();
  return definePlugin({
    name: 'study-tokens',
    hooks: {
      async performSyntaxAnalysis(context) {
        const { codeBlock, config } = context;
        const { code, language } = codeBlock;
        if (language === TERMINAL_OUTPUT) return ansi.hooks?.performSyntaxAnalysis?.(context);
        const tokens = await read(code, language);
        if (tokens === undefined) {
          const { sourceFilePath = 'a component' } = codeBlock.parentDocument ?? {};
          config.logger.warn(`No grammar of "${language}" is known, so this code has no colors: ${sourceFilePath}`);
        }
        for (const token of tokens ?? []) codeBlock.getLine(token.line)?.addAnnotation(new TokenAnnotation(token));
      },
    },
  });
}

class TokenAnnotation extends ExpressiveCodeAnnotation {
  readonly #kind: Token['kind'];

  constructor({ start, end, kind }: Token) {
    // Innermost, so that a mark may begin within a token.
    super({ inlineRange: { columnStart: start, columnEnd: end }, renderPhase: 'earliest' });
    this.#kind = kind;
  }

  override render({ nodesToTransform }: AnnotationRenderOptions) {
    return nodesToTransform.map((node) => h('span', { class: `tok-${this.#kind}` }, [node]));
  }
}
