import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type MdastPluginEntry, markdownToHtml, mdxToJs } from 'satteri';
import { describe, expect, test } from 'vitest';
import { createMemoryFiles } from '../files/memory-files.ts';
import { createChecklistPlugin } from './checklist.ts';
import { createDiagramPlugin, renderMermaid } from './diagram.ts';
import { createExamplePlugin } from './example.ts';
import { createLanesPlugin } from './lanes.ts';
import { createOutputPlugin } from './output.ts';
import { createSummaryPlugin } from './summary.ts';
import { createTimelinePlugin } from './timeline.ts';
import { createDocumentWords } from './words.ts';

const content = mkdtempSync(path.join(tmpdir(), 'kb-markdown-'));
const english = {
  'study.summary': 'In one minute',
  'study.output': 'Output',
  'study.map.after': 'after {{boxes}}',
  'study.outputSample': 'Sample · {{on}}',
  'study.lanes.caption': 'Turns',
  'study.lanes.step': 'Step {{step}} of {{count}}',
  'study.norun': 'Not run here: {{reason}}',
  'study.example.program': 'Program:',
  'study.example.beside': 'Beside:',
  'study.timeline.parent': 'made by {{task}}',
};
mkdirSync(path.join(content, 'i18n'));
writeFileSync(path.join(content, 'i18n/en.json'), JSON.stringify(english));
writeFileSync(path.join(content, 'i18n/es.json'), '{ "study.outputSample": "Salida de ejemplo · {{on}}" }');
const words = createDocumentWords(content, { root: 'en', es: 'es' });
const file = pathToFileURL(path.join(content, 'docs/area/note.md'));

function render(source: string, plugin: MdastPluginEntry, fileURL = file): string {
  const astro = {
    frontmatter: { level: 'senior' },
    headings: [],
    localImagePaths: new Set<string>(),
    remoteImagePaths: new Set<string>(),
  };
  const result = markdownToHtml(source, { mdastPlugins: [plugin], fileURL, data: { astro } });
  if (result instanceof Promise) throw new TypeError('no plugin of ours waits for anything');
  return result.html.trim();
}

describe('a checklist', () => {
  test('is a labelled check box with a permanent id, tight or loose', () => {
    const box = (id: string, text: string) =>
      `<li class="study-item" id="${id}" data-item="${id}">\n<label><input type="checkbox" disabled><span>${text}</span></label>\n</li>`;
    expect(render('- [ ] Use `x` now ^use-x\n- [ ] Second', () => createChecklistPlugin())).toBe(
      `<ul class="study-list">\n${box('use-x', 'Use <code>x</code> now')}\n${box('second', 'Second')}\n</ul>`,
    );
    expect(render('1. [ ] a ^a\n\n2. [ ] b', () => createChecklistPlugin())).toContain(box('a', 'a'));
  });

  test('leaves lists without tasks alone', () => {
    expect(render('- a ^b', () => createChecklistPlugin())).toBe('<ul>\n<li>a ^b</li>\n</ul>');
  });
});

describe('output', () => {
  test('is shown as what was printed, not as code to highlight', () => {
    expect(render('```output\na < b\n```', createOutputPlugin(words))).toBe(
      '<figure class="study-output not-content"><figcaption>Output</figcaption><pre tabindex="0" dir="ltr"><samp>a &lt; b</samp></pre></figure>',
    );
  });

  test('keeps its spaces and its empty lines', () => {
    expect(render('```output\na\n\n  b | c\n```', createOutputPlugin(words))).toContain(
      '<samp>a&#10;&#10;  b | c</samp>',
    );
  });

  test('of one machine is marked as a sample, in the language of the document', () => {
    const spanish = pathToFileURL(path.join(content, 'docs/es/area/note.md'));
    expect(render('```output sample="2 cores"\n1\n```', createOutputPlugin(words), spanish)).toContain(
      'Salida de ejemplo · 2 cores',
    );
  });

  test('of a block that is not run is replaced by the reason', () => {
    expect(render('```python norun="no <network>"\nx\n```', createOutputPlugin(words))).toContain(
      'Not run here: no &lt;network&gt;',
    );
  });
});

test('the paragraphs before the first heading become the summary', () => {
  expect(render('One *two*.\n\nThree.\n\n## Four', createSummaryPlugin(words))).toBe(
    '<section class="study-summary" aria-label="In one minute"><p class="study-summary-label" aria-hidden="true">In one minute</p>' +
      '<p>One <em>two</em>.</p><p>Three.</p></section>\n<h2>Four</h2>',
  );
});

test('only the paragraphs that lead are the summary, heading or not', () => {
  const html = render('One.\n\n- a\n\nTwo.', createSummaryPlugin(words));
  expect(html).toMatch(/<p>One\.<\/p><\/section>\n<ul>/);
  expect(render('Only one.', createSummaryPlugin(words))).toContain('<p>Only one.</p></section>');
});

test('a fence keeps the words that are the highlighter’s', () => {
  const astro = {
    frontmatter: {},
    headings: [],
    localImagePaths: new Set<string>(),
    remoteImagePaths: new Set<string>(),
  };
  const metas: string[] = [];
  const collect = {
    name: 'collect',
    code: (node: { meta?: string | null | undefined }) => void metas.push(node.meta ?? ''),
  };
  const source = '```python run {1-2} title="how to run it" group=a "run"\n1\n```';
  markdownToHtml(source, { mdastPlugins: [createOutputPlugin(words), collect], fileURL: file, data: { astro } });
  expect(metas).toEqual(['{1-2} title="how to run it" "run"']);
});

describe('a diagram', () => {
  const diagramPlugin = createDiagramPlugin(
    () => (url) => ({
      href: `/kb/${url}/`,
      ownHref: `/kb/${url}/`,
      mark: 'data-doc',
    }),
    words,
  );

  test('whose boxes lead somewhere holds links, and is a group with a name and a description', () => {
    const source = '%% alt: A leads to B\ngraph LR\n  accTitle: Map\n  A[Start] --> B\n  click A "x"';
    const html = render(`\`\`\`mermaid\n${source}\n\`\`\``, diagramPlugin);
    expect(html).toContain('role="group" aria-label="Map" aria-describedby="d1-desc"');
    expect(html).toContain('<desc id="d1-desc">A leads to B</desc>');
    expect(html).toMatch(
      /<a class="diagram-link" href="\/kb\/x\/" data-doc=""><g class="node">[\s\S]*Start<\/text>\s*<\/g><\/a>/,
    );
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(html).not.toContain('tabindex');
    expect(html).not.toContain('study-outline');
  });

  test('whose boxes all lead somewhere has a list of them for narrow screens', () => {
    const source =
      '%% alt: It is "a" map\ngraph LR\n  A[A & O] --> B\n  C --> B\n  click A "x"\n  click B "y"\n  click C "z"';
    const html = render(`\`\`\`mermaid\n${source}\n\`\`\``, diagramPlugin);
    expect(html).toContain('<figure class="study-diagram study-map not-content" data-room="400">');
    expect(html).toContain(
      '<ul role="list" aria-label="It is &quot;a&quot; map"><li><a href="/kb/x/" data-doc="">A &amp; O</a>' +
        '<ul role="list"><li><a href="/kb/y/" data-doc="">B</a> <small>after C</small></li></ul></li>' +
        '<li><a href="/kb/z/" data-doc="">C</a></li></ul>',
    );
  });

  test('carries its text alternative, and nothing foreign', () => {
    const html = render('```mermaid\n%% alt: A "leads" to B\ngraph LR\n  A[Start] --> B\n```', diagramPlugin);
    expect(html).toContain('role="img" aria-label="A &quot;leads&quot; to B"');
    expect(html).toContain('Start');
    expect(html).not.toMatch(/@import|<style|style=|googleapis/);
  });

  test.each(['sequenceDiagram\n  A->>B: hi', 'stateDiagram-v2\n  [*] --> A', 'classDiagram\n  A <|-- B'])(
    'of every kind may begin with its alternative: %j',
    (source) => {
      expect(renderMermaid(`%% alt: what it shows\n${source}`, 'd1')).toContain('<svg');
    },
  );

  test('may say anything in its alternative', () => {
    expect(render('```mermaid\n%% alt: costs $& and $1\ngraph LR\n  A-->B\n```', diagramPlugin)).toContain(
      'aria-label="costs $&amp; and $1"',
    );
  });

  test('keeps its ids apart from those of the page’s other diagrams', () => {
    const idsOf = (svg: string) => [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const [one, two] = [renderMermaid('graph LR\n A-->B', 'd1'), renderMermaid('graph LR\n A-->B', 'd2')];
    expect(idsOf(one).length).toBeGreaterThan(0);
    expect(idsOf(one).some((id) => idsOf(two).includes(id))).toBe(false);
    for (const [, used] of one.matchAll(/url\(#([^)]+)\)/g)) expect(idsOf(one)).toContain(used);
  });

  test('drawn by hand is put into the page from the file beside the note', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'kb-diagram-'));
    writeFileSync(
      path.join(folder, 'box.svg'),
      '<?xml version="1.0"?><!-- drawn -->\n<svg viewBox="0 0 1 1"><rect/></svg>',
    );
    const html = render('![A box](./box.svg)', diagramPlugin, pathToFileURL(path.join(folder, 'note.md')));
    expect(html).toBe(
      '<figure class="study-diagram not-content" tabindex="0"><svg role="img" aria-label="A box" focusable="false" viewBox="0 0 1 1"><rect/></svg></figure>',
    );
  });

  test('works in MDX, where braces are code', () => {
    const source = '```mermaid\n%% alt: braces\ngraph LR\n  A["{x}"] --> B\n```';
    expect(() => mdxToJs(source, { mdastPlugins: [diagramPlugin], fileURL: file })).not.toThrow();
  });
});

describe('a timeline', () => {
  const fence = (text: string) => `\`\`\`timeline\n${text}\n\`\`\``;

  test('is drawn, each with ids of its own, and says who made a task', () => {
    const html = render(
      `${fence('main 0..1 done\n  sleep 0..1 at 3')}\n\n${fence('main 0..1 done\njob by main 0..1 done\n  tasks 0..1')}`,
      createTimelinePlugin(words),
    );
    expect(html.match(/<figure class="study-timeline not-content" id="timeline-\d">/g)).toHaveLength(2);
    expect(html).toContain('fill="url(#timeline-2-tasks)"');
    expect(html).toContain('<small>made by main</small>');
    expect(html).not.toContain('<pre>');
  });

  test('that cannot be read stays what it is', () => {
    expect(render(fence('main, one second'), createTimelinePlugin(words))).toContain(
      '<code class="language-timeline">main, one second\n</code>',
    );
  });
});

describe('lanes', () => {
  const lanes = (meta: string, text: string) =>
    render(`\`\`\`output lanes ${meta}\n${text}\n\`\`\``, createLanesPlugin(words));

  test('are drawn, each run in a figure of its own', () => {
    const html = lanes('', 'one\nA BEGIN\n\ntwo\nA BEGIN');
    expect(html.match(/<study-lanes /g)).toHaveLength(2);
    expect(html).toContain('data-step="Step {step} of {count}"');
    expect(html).toContain('Turns · two</figcaption>');
    expect(html).not.toContain('<pre');
  });

  test('of one machine say so', () => {
    expect(lanes('sample="2 cores"', 'A BEGIN')).toContain('<figcaption>Sample · 2 cores</figcaption>');
  });

  test('that cannot be read stay an output', () => {
    expect(lanes('', 'nobody says anything')).toContain('<pre><code');
  });
});

describe('an example', () => {
  const files = createMemoryFiles({
    'content/examples/shop/orders.py': '"""Orders."""\n\n# region: total\ndef total(): ...\n# endregion\n',
    'content/examples/shop/models.py': '"""Models."""\n',
  });
  const plugin = createExamplePlugin(files, { url: 'https://example.org/kb', branch: 'main' }, words);

  test('is shown in its fence, below a link to the file', () => {
    expect(render('```python example=shop/orders.py#total\n```', plugin)).toBe(
      '<p class="study-file">Program: <a href="https://example.org/kb/blob/main/content/examples/shop/orders.py"><code>shop/orders.py</code></a></p>\n<pre><code class="language-python">def total(): ...\n</code></pre>',
    );
    expect(render('```python example=shop/orders.py\n```', plugin)).toContain('"""Orders."""\n\ndef total(): ...');
  });

  test('that a block imports is folded above it, once a page', () => {
    const html = render('```python cpython with=shop/models.py\n1\n```\n'.repeat(2), plugin);
    expect(html.split('<pre>').length - 1).toBe(3);
    expect(html).toContain(
      '<details class="study-file" id="file-shop-models-py" data-pagefind-ignore=""><summary>Beside: <code>models.py</code></summary><pre><code class="language-python">"""Models."""\n</code></pre>',
    );
    expect(html).toContain(
      '<p class="study-file">Beside: <a href="#file-shop-models-py"><code>models.py</code></a></p>',
    );
  });

  test('that is not there leaves the fence as it is', () => {
    const html = '<pre><code class="language-python"></code></pre>';
    expect(render('```python example=shop/none.py\n\n```', plugin)).toBe(html);
  });
});
