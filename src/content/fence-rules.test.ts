import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFences } from './fence.ts';
import { checkFences } from './fence-rules.ts';

/** The problems of a document as the check prints them. */
function check(source: string, strictCode = false): string {
  return checkFences(readFences(source, 'md'), { strictCode })
    .map(({ line, column, code, message, hint, severity }) => {
      return `${line}:${column}${severity === undefined ? '' : ` ${severity}`} ${code}  ${message}\n    ${hint}`;
    })
    .join('\n');
}

/** The problems of one block, by its opening line. */
function checkBlock(info: string, strictCode = false): string {
  return check(`\`\`\`${info}\nx\n\`\`\``, strictCode);
}

describe('what follows the grammar has no problem', () => {
  test.each([
    'python run',
    'python run timeline clock=virtual',
    'python run group=a raises=ValueError clock=real stdin="a\\nb"',
    'python cpython needs=linux,postgres,redis raises=KeyError stdin=""',
    'python cpython with=a/models.py,b/prices.py needs=redis',
    'python example=a/gather.py#both needs=postgres raises=KeyError',
    'python norun="needs a Kafka cluster"',
    'sql run group=a raises=23505',
    'sql run group=a postgres=18',
    'sql run engine=sqlite raises=IntegrityError',
    'sql norun="needs two sessions"',
    'bash',
    'bash norun="deletes your disk"',
    'js whatever=1 it says',
  ])('%s', (info) => {
    expect(checkBlock(info, true)).toBe('');
  });

  test.each([
    'title="how to run it" frame="none" {1-3} ins={4} del={"Label":5} mark=/x y/ add=1 rem=2',
    `"text to mark" 'cpython' /re+/ collapse={1-2} showLineNumbers startLineNumber=5 wrap=false`,
    'ShowLineNumbers preserveIndent hangingIndent=2 lang="js" useDiffSyntax title = "spaced"',
  ])('nor do the highlighter’s words: %s', (words) => {
    expect(checkBlock(`python run ${words}`)).toBe('');
    expect(check(`\`\`\`sql run\n\`\`\`\n\`\`\`output ${words}\n1\n\`\`\``)).toBe('');
  });
});

test('fence-word: a word that the grammar does not know', () => {
  expect(
    [
      checkBlock('python run gruop=a'),
      checkBlock('python   rum'),
      checkBlock('sql run xylophone'),
      checkBlock('python run constructor'),
      checkBlock('python run sample="here"'),
      check('```sql run\n```\n\n```output sampel="x" run\n```'),
    ].join('\n'),
  ).toMatchInlineSnapshot(`
    "1:15 fence-word  \`gruop=a\` means nothing after \`python\`
        did you mean \`group\`, \`run\` or \`wrap\`? what can follow \`python\`: \`run\`, \`norun\`, \`group\`, \`raises\`, \`cpython\`, \`clock\`, \`stdin\`, \`needs\`, \`timeline\`, \`with\` and \`example\`
    1:13 fence-word  \`rum\` means nothing after \`python\`
        did you mean \`run\` or \`rem\`? what can follow \`python\`: \`run\`, \`norun\`, \`group\`, \`raises\`, \`cpython\`, \`clock\`, \`stdin\`, \`needs\`, \`timeline\`, \`with\` and \`example\`
    1:12 fence-word  \`xylophone\` means nothing after \`sql\`
        what can follow \`sql\`: \`run\`, \`norun\`, \`group\`, \`raises\`, \`engine\` and \`postgres\`
    1:15 fence-word  \`constructor\` means nothing after \`python\`
        what can follow \`python\`: \`run\`, \`norun\`, \`group\`, \`raises\`, \`cpython\`, \`clock\`, \`stdin\`, \`needs\`, \`timeline\`, \`with\` and \`example\`
    1:15 fence-word  \`sample="here"\` means nothing after \`python\`
        it is a word of the output: write \`\`\`output sample="…"
    4:11 fence-word  \`sampel="x"\` means nothing after \`output\`
        did you mean \`sample\`? what can follow \`output\`: \`sample\` and \`lanes\`
    4:22 fence-word  \`run\` means nothing after \`output\`
        what can follow \`output\`: \`sample\` and \`lanes\`"
  `);
});

test('fence-value: a value that does not fit', () => {
  expect(
    [
      checkBlock('python run clock=fast'),
      checkBlock('python run clock'),
      checkBlock('python run=true'),
      checkBlock('python run group='),
      checkBlock('python run raises=""'),
      checkBlock('python run raises=a.b'),
      checkBlock('sql run raises=UniqueViolation'),
      checkBlock('sql run engine=sqlite raises=23505'),
      checkBlock('sql run engine=mysql'),
      checkBlock('sql run stdin="a" clock=real'),
      checkBlock('python cpython needs=linux,postgress'),
      checkBlock('python cpython needs='),
      checkBlock('python cpython with='),
      checkBlock('python cpython with=a/b.py,c/b.py'),
      checkBlock('python cpython with=a/main.py'),
      checkBlock('python example'),
    ].join('\n'),
  ).toMatchInlineSnapshot(`
    "1:15 fence-value  \`clock=fast\` is neither virtual nor real
        write clock=real, or leave it out for virtual time
    1:15 fence-value  \`clock\` has no value
        write clock=…
    1:11 fence-value  \`run=true\` has a value
        write \`run\`
    1:15 fence-value  \`group=\` is empty
        write group=… or take it out
    1:15 fence-value  \`raises=""\` is empty
        write raises=… or take it out
    1:15 fence-value  \`raises=a.b\` is no name of an exception
        write its bare name, as in raises=KeyError
    1:12 fence-value  \`raises=UniqueViolation\` is no SQLSTATE
        write its five characters, as in raises=23505
    1:26 fence-value  \`raises=23505\` is no name of an exception
        write its bare name, as in raises=KeyError
    1:12 fence-value  \`engine=mysql\` is not known here
        write engine=sqlite, or leave it out for PostgreSQL
    1:12 fence-value  \`stdin="a"\` means nothing after \`sql\`
        only Python reads input: take the word out
    1:22 fence-value  \`clock=real\` means nothing after \`sql\`
        only Python has a clock to choose: take the word out
    1:19 fence-value  \`needs=linux,postgress\` names \`postgress\`, which is not known
        did you mean \`postgres\`? a block can need \`linux\`, \`darwin\`, \`win32\`, \`postgres\` and \`redis\`, separated by commas
    1:19 fence-value  \`needs=\` is empty
        write needs=… or take it out
    1:19 fence-value  \`with=\` is empty
        write with=… or take it out
    1:19 fence-value  \`with=a/b.py,c/b.py\` puts two files named \`b.py\` beside each other
        they stand in one folder: keep one of them
    1:19 fence-value  \`with=a/main.py\` puts two files named \`main.py\` beside each other
        the block itself is \`main.py\`: give the file another name
    1:11 fence-value  \`example\` has no value
        write example=…"
  `);
});

test('fence-conflict: words that contradict each other', () => {
  expect(
    [
      checkBlock('python run cpython'),
      checkBlock('python run norun="why"'),
      checkBlock('python group=a'),
      checkBlock('python cpython group=a clock=real'),
      checkBlock('python norun="why" raises=KeyError stdin="a"'),
      checkBlock('sql norun="why" engine=sqlite'),
      checkBlock('python run needs=redis'),
      checkBlock('python run engine=sqlite'),
      checkBlock('sql cpython needs=postgres'),
      checkBlock('python run run'),
      checkBlock('py run'),
      checkBlock('postgresql run'),
      checkBlock('bash run'),
      checkBlock('python{1-3} run'),
    ].join('\n'),
  ).toMatchInlineSnapshot(`
    "1:15 fence-conflict  \`run\` and \`cpython\` contradict each other
        keep run for Python in the page, or cpython for the machine’s own
    1:15 fence-conflict  \`run\` and \`norun\` contradict each other
        a block with norun is only shown: keep one of them
    1:11 fence-conflict  \`group=a\` has no effect without \`run\`
        make the block \`run\`, or take \`group\` out
    1:19 fence-conflict  \`group=a\` has no effect without \`run\`
        make the block \`run\`, or take \`group\` out
    1:27 fence-conflict  \`clock=real\` has no effect without \`run\`
        make the block \`run\`, or take \`clock\` out
    1:23 fence-conflict  \`raises=KeyError\` has no effect without \`run\`, \`cpython\` or \`example\`
        make the block \`run\`, \`cpython\` or \`example\`, or take \`raises\` out
    1:39 fence-conflict  \`stdin="a"\` has no effect without \`run\`, \`cpython\` or \`example\`
        make the block \`run\`, \`cpython\` or \`example\`, or take \`stdin\` out
    1:20 fence-conflict  \`engine=sqlite\` has no effect without \`run\`
        make the block \`run\`, or take \`engine\` out
    1:15 fence-conflict  \`needs=redis\` has no effect without \`cpython\` or \`example\`
        make the block \`cpython\` or \`example\`, or take \`needs\` out
    1:15 fence-conflict  \`engine=sqlite\` means nothing after \`python\`
        an engine is what SQL runs on: take the word out
    1:8 fence-conflict  \`cpython\` means nothing after \`sql\`
        CPython runs Python: write \`sql run\`
    1:16 fence-conflict  \`needs=postgres\` means nothing after \`sql\`
        only \`python cpython\` needs a system or a service: take the word out
    1:15 fence-conflict  \`run\` stands twice on this fence
        keep one of them
    1:7 fence-conflict  \`run\` on a \`py\` fence: nothing runs it
        write \`python\`
    1:15 fence-conflict  \`run\` on a \`postgresql\` fence: nothing runs it
        write \`sql\`
    1:9 fence-conflict  \`run\` on a \`bash\` fence: nothing runs it
        only python and sql blocks run: take the word out
    1:16 fence-conflict  \`run\` on a \`python{1-3}\` fence: nothing runs it
        write \`python\`"
  `);
});

test('fence-reason: a block that is not run, and no reason', () => {
  expect([checkBlock('python norun'), checkBlock('sql norun=" "')].join('\n')).toMatchInlineSnapshot(`
    "1:11 fence-reason  \`norun\` gives no reason
        readers see it: write norun="needs a Kafka cluster"
    1:8 fence-reason  \`norun=" "\` gives no reason
        readers see it: write norun="needs a Kafka cluster""
  `);
});

test('fence-label: a block that says nothing, worse where the site asks for labels', () => {
  expect([checkBlock('python title="a"'), checkBlock('sql', true)].join('\n')).toMatchInlineSnapshot(`
    "1:1 fence-label  this python block does not say whether it runs
        write \`python run\`, \`python cpython\` or \`python norun="why"\`
    1:1 error fence-label  this sql block does not say whether it runs
        write \`sql run\` or \`sql norun="why"\`"
  `);
});

test('output-orphan: an output of nothing', () => {
  const output = '```output\n1\n```';
  expect(
    [
      check(output),
      check(`\`\`\`python run\n\`\`\`\n${output}\n${output}`),
      check(`\`\`\`bash\n\`\`\`\n${output}`),
      check(`\`\`\`python norun="why"\n\`\`\`\n${output}`),
      check(`\`\`\`sql title="a"\n\`\`\`\n- ${output}`),
    ].join('\n'),
  ).toMatchInlineSnapshot(`
    "1:1 output-orphan  no block stands before this output
        put it after the block that prints it
    6:1 output-orphan  the block in line 3 is an output too
        a block has one output: join them
    3:1 output-orphan  the block in line 1 is \`bash\`, which is not run
        show this as \`\`\`text instead
    3:1 output-orphan  the block in line 1 is not run
        show this as \`\`\`text instead
    1:1 fence-label  this sql block does not say whether it runs
        write \`sql run\` or \`sql norun="why"\`
    3:3 output-orphan  the block in line 1 does not run
        label it: \`sql run\`"
  `);
  expect(check(`\`\`\`python cpython\n\`\`\`\n\nWords.\n\n${output}`)).toBe('');
});

test('nothing that stands on a fence breaks the check', () => {
  const word = fc.constantFrom('run', 'cpython', 'norun', 'group', 'raises', 'clock', 'needs', 'engine', 'toString');
  const value = fc.oneof(
    fc.constant(''),
    fc.string().map((text) => `=${text}`),
    fc.string(),
  );
  const meta = fc.array(
    fc.tuple(word, value).map((parts) => parts.join('')),
    { maxLength: 4 },
  );
  const lang = fc.constantFrom('python', 'sql', 'output', 'bash', '');
  fc.assert(
    fc.property(lang, meta, fc.string(), fc.boolean(), (name, words, rest, strictCode) => {
      const info = `${name} ${words.join(' ')} ${rest}`.replace(/[\r\n`]/g, '');
      const source = `\`\`\`${info}\nx\n\`\`\``;
      for (const problem of checkFences(readFences(source, 'md'), { strictCode })) {
        expect(problem.line).toBe(1);
        expect(problem.column).toBeGreaterThan(0);
        expect(problem.column).toBeLessThanOrEqual(info.length + 4);
        expect(problem.message).not.toMatch(/undefined|\[object/);
      }
    }),
  );
});

test('the oldest PostgreSQL of a block is a major version, of a block that runs on it', () => {
  const words = ['sql run postgres=18.1', 'sql run postgres', 'sql run postgres=18 engine=sqlite', 'sql postgres=18'];
  expect([...words, 'python cpython postgres=18'].map((info) => checkBlock(info)).join('\n')).toMatchInlineSnapshot(`
    "1:12 fence-value  \`postgres=18.1\` is no major version
        write the oldest that runs the block, as in postgres=18
    1:12 fence-value  \`postgres\` has no value
        write postgres=…
    1:12 fence-conflict  \`postgres\` and \`engine=sqlite\` contradict each other
        the block runs on SQLite: keep one of them
    1:8 fence-conflict  \`postgres=18\` has no effect without \`run\`
        make the block \`run\`, or take \`postgres\` out
    1:19 fence-conflict  \`postgres=18\` means nothing after \`python\`
        it is the oldest PostgreSQL of an SQL block: Python says \`needs=postgres\`"
  `);
});

describe('an output in lanes', () => {
  const block = '```python cpython\nx\n```\n';
  const lanes = '```output lanes\nA BEGIN\nA COMMIT\n```';

  test('has their form', () => {
    expect(check(block + lanes)).toBe('');
    expect(check(block + lanes.replace('output lanes', 'output lanes sample="here"'))).toBe('');
    expect(check(`${block}${lanes.replace('A COMMIT', 'done')}`)).toMatchInlineSnapshot(`
      "6:1 lanes-form  \`done\` stands in no lane
          let a program print it, or take \`lanes\` out: then it is shown as it was printed"
    `);
    expect(check(`${block}${lanes.replace('lanes', 'lanes=2')}`)).toMatchInlineSnapshot(`
      "4:11 fence-value  \`lanes=2\` has a value
          write \`lanes\`"
    `);
  });

  test('is a matter of the output, not of the block', () => {
    expect(checkBlock('python cpython lanes')).toMatchInlineSnapshot(`
      "1:19 fence-word  \`lanes\` means nothing after \`python\`
          it is a word of the output: write \`\`\`output lanes"
    `);
  });
});

describe('a timeline', () => {
  const timeline = '```timeline\nmain 0..1 done\n```';
  const block = '```python run timeline\nx\n```\n';

  test('stands behind a block that is recorded, or behind its output', () => {
    expect(check(`${block}${timeline}`)).toBe('');
    expect(check(`${block}\`\`\`output\n1\n\`\`\`\n${timeline}`)).toBe('');
    expect(check(timeline)).toMatchInlineSnapshot(`
      "1:1 timeline-orphan  no block stands before this timeline
          put it behind a block that is \`python run timeline\`, below its output"
    `);
    expect(check(`\`\`\`python run\nx\n\`\`\`\n${timeline}`)).toMatchInlineSnapshot(`
      "4:1 timeline-orphan  nothing records the block in line 1
          put it behind a block that is \`python run timeline\`, below its output"
    `);
    expect(check(`${block}${timeline}\n\`\`\`output\n1\n\`\`\``)).toMatchInlineSnapshot(`
      "7:1 output-orphan  the block in line 4 is a timeline
          put the output above it, below the block"
    `);
  });

  test('has the form of one', () => {
    expect(check(`${block}${timeline.replace('0..1', '1 s')}`)).toMatchInlineSnapshot(`
      "5:1 timeline-form  \`main 1 s done\` is no task
          do not write it by hand: --fix-output writes what was recorded"
    `);
    expect(check(`${block}\`\`\`timeline x\nmain 0..1 done\n\`\`\``)).toMatchInlineSnapshot(`
      "4:13 fence-word  \`x\` means nothing after \`timeline\`
          take it out"
    `);
  });

  test('is recorded of Python on the virtual clock', () => {
    expect(checkBlock('python run timeline clock=real')).toMatchInlineSnapshot(`
      "1:15 fence-conflict  \`timeline\` and \`clock=real\` contradict each other
          real times differ from run to run: take \`clock=real\` out, or \`timeline\`"
    `);
    expect(checkBlock('python cpython timeline')).toMatchInlineSnapshot(`
      "1:19 fence-conflict  \`timeline\` has no effect without \`run\`
          make the block \`run\`, or take \`timeline\` out"
    `);
    expect(checkBlock('python run timeline=on')).toMatchInlineSnapshot(`
      "1:15 fence-value  \`timeline=on\` has a value
          write \`timeline\`"
    `);
    expect(checkBlock('sql run timeline')).toMatchInlineSnapshot(`
      "1:12 fence-conflict  \`timeline\` means nothing after \`sql\`
          only Python has tasks to draw: take the word out"
    `);
  });
});
