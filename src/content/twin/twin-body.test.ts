import { describe, expect, test } from 'vitest';
import { createMemoryFiles } from '../files/memory-files.ts';
import { writeTwinBody } from './twin-body.ts';

const files = createMemoryFiles({
  'content/examples/orm/count.py': '# region: all\nprint(1)\n# endregion\n',
  'content/examples/docker/compose.yaml': 'services:\n  db:\n',
});

const COMPOSE = '../../examples/docker/compose.yaml?raw';

function twin(body: string, file = 'content/docs/es/django/orm.md'): string {
  return writeTwinBody({
    body,
    file,
    files,
    shape: { base: '/kb/', locales: ['es'] },
    origin: 'https://example.org',
    repository: { url: 'https://host.example/owner/repo', branch: 'main' },
  });
}

describe('links', () => {
  test.each([
    ['[a *b*](./signals.md#when)', '[a *b*](https://example.org/kb/es/django/signals/#when)'],
    ['[a](../../django/index.md "T")', '[a](https://example.org/kb/django/ "T")'],
    ['[a](/roadmaps/sprint/#x)', '[a](https://example.org/kb/es/roadmaps/sprint/#x)'],
    ['[a](https://example.org/x.md) and [b](#here)', '[a](https://example.org/x.md) and [b](#here)'],
    ['[a][x]\n\n[x]: ./signals.md', '[a][x]\n\n[x]: https://example.org/kb/es/django/signals/'],
    [
      '![A box](./a%20box.svg)',
      '![A box](https://host.example/owner/repo/raw/main/content/docs/es/django/a%20box.svg)',
    ],
    ['`[a](./signals.md)`', '`[a](./signals.md)`'],
  ])('%s', (written, wanted) => {
    expect(twin(written)).toBe(wanted);
  });
});

describe('fences', () => {
  test('lose the words that are ours, and nothing of their code', () => {
    const block =
      '```python run group=a title="x"\n[a](./b.md)\n\n\n\nprint(1) ^id\n```\n\n```output sample="x"\n1\n```';
    expect(twin(block)).toBe('```python\n[a](./b.md)\n\n\n\nprint(1) ^id\n```\n\n```text\n1\n```');
  });

  test('that show a program by reference hold it', () => {
    expect(twin('```python example=orm/count.py#all\n```')).toBe('```python\nprint(1)\n```');
  });

  test('of a diagram lead to whole addresses', () => {
    const clicks = '  click a "./signals.md"\n  click b href "../../django/index.md" "tip"';
    expect(twin(`\`\`\`mermaid\ngraph TD\n  a["click a ./x.md"] --> b\n${clicks}\n\`\`\``)).toBe(
      '```mermaid\ngraph TD\n  a["click a ./x.md"] --> b\n  click a "https://example.org/kb/es/django/signals/"\n  click b href "https://example.org/kb/django/" "tip"\n```',
    );
  });

  test('around fences stay longer than these', () => {
    expect(twin('````md\n```python run\n```\n````')).toBe('````md\n```python run\n```\n````');
  });
});

test('an item of a checklist loses its id, and not what is in its list', () => {
  expect(twin('- [ ] Say `x` ^say-x\n  - a ^b\n- [x] Twice\n  over ^twice')).toBe(
    '- [ ] Say `x`\n  - a ^b\n- [x] Twice\n  over',
  );
});

test('HTML is reduced to its words', () => {
  const html =
    '<div class="x">\n\nWords.\n\n</div>\n\n<details><summary>More <code>x</code></summary><p>and <a href="./b.md">b</a></p></details>\n\n<svg><text>no</text></svg>\n\n<button>Run</button>\n\nEnd with <kbd>Ctrl</kbd>.';
  expect(twin(html)).toBe('Words.\n\n**More `x`**\nand [b](https://example.org/kb/es/django/b/)\n\nEnd with Ctrl.');
});

test('components are reduced to what they say, and files that they show are put in', () => {
  const mdx = `import { Code } from '@astrojs/starlight/components';
import compose from '${COMPOSE}';

<Code code={compose} lang="yaml" title="compose.yaml" />

<Tabs>
<TabItem label="Linux">

See [a](./b.md).

</TabItem>
</Tabs>

{/* nobody reads this */}
`;
  expect(twin(mdx, 'content/docs/devops/docker.mdx')).toBe(`\`\`\`yaml
services:
  db:
\`\`\`

**Linux**

See [a](https://example.org/kb/devops/b/).`);
});
