/** What the check says of fences; `fence-rules.test.ts` has every message. What only running finds is in `tests/python`. */
import { expect, test } from 'vitest';
import { explain } from './testing/explain.ts';

test('fence-word', () => {
  expect(explain('fence-word')).toMatchInlineSnapshot(`
    "content/docs/truthiness.md:8:11  error  fence-word  \`rnu\` means nothing after \`python\`
        did you mean \`run\`, \`ins\` or \`rem\`? what can follow \`python\`: \`run\`, \`norun\`, \`group\`, \`raises\`, \`cpython\`, \`clock\`, \`stdin\`, \`needs\`, \`timeline\`, \`with\` and \`example\`"
  `);
});

test('fence-value', () => {
  expect(explain('fence-value')).toMatchInlineSnapshot(`
    "content/docs/redis.md:8:19  error  fence-value  \`needs=reddis\` names \`reddis\`, which is not known
        did you mean \`redis\`? a block can need \`linux\`, \`darwin\`, \`win32\`, \`postgres\` and \`redis\`, separated by commas"
  `);
});

test('fence-conflict', () => {
  expect(explain('fence-conflict')).toMatchInlineSnapshot(`
    "content/docs/redis.md:8:15  error  fence-conflict  \`needs=redis\` has no effect without \`cpython\` or \`example\`
        make the block \`cpython\` or \`example\`, or take \`needs\` out"
  `);
});

test('fence-reason', () => {
  expect(explain('fence-reason')).toMatchInlineSnapshot(`
    "content/docs/offsets.md:8:11  error  fence-reason  \`norun\` gives no reason
        readers see it: write norun="needs a Kafka cluster""
  `);
});

test('fence-label', () => {
  expect(explain('fence-label')).toMatchInlineSnapshot(`
    "content/docs/truthiness.md:8:1  warning  fence-label  this python block does not say whether it runs
        write \`python run\`, \`python cpython\` or \`python norun="why"\`"
  `);
});

test('example-file', () => {
  expect(explain('example-file')).toMatchInlineSnapshot(`
    "content/docs/orders.md:8:11  error  example-file  content/examples has no program "shop/order.py"
        did you mean shop/orders.py?"
  `);
});

test('example-region', () => {
  expect(explain('example-region')).toMatchInlineSnapshot(`
    "content/docs/orders.md:8:11  error  example-region  content/examples/shop/orders.py has no region "totals"
        did you mean example=shop/orders.py#total?"
  `);
});

test('example-body', () => {
  expect(explain('example-body')).toMatchInlineSnapshot(`
    "content/docs/orders.md:9:1  error  example-body  this fence shows a file, and has code of its own
        leave it empty: the file is what readers see and what runs"
  `);
});

test('output-orphan', () => {
  expect(explain('output-orphan')).toMatchInlineSnapshot(`
    "content/docs/environments.md:12:1  error  output-orphan  the block in line 8 is \`sh\`, which is not run
        show this as \`\`\`text instead"
  `);
});

test('lanes-form', () => {
  expect(explain('lanes-form')).toMatchInlineSnapshot(`
    "content/docs/locks.md:23:1  error  lanes-form  \`then A commits\` stands in no lane
        let a program print it, or take \`lanes\` out: then it is shown as it was printed"
  `);
});

test('picture-form', () => {
  expect(explain('picture-form')).toMatchInlineSnapshot(`
    "content/docs/locks.md:15:1  error  picture-form  a step has other places than the first one
        name, in this order: holds, waits"
  `);
});

test('timeline-orphan', () => {
  expect(explain('timeline-orphan')).toMatchInlineSnapshot(`
    "content/docs/tasks.md:19:1  error  timeline-orphan  nothing records the block in line 8
        put it behind a block that is \`python run timeline\`, below its output"
  `);
});

test('timeline-form', () => {
  expect(explain('timeline-form')).toMatchInlineSnapshot(`
    "content/docs/tasks.md:21:1  error  timeline-form  \`both tasks, two seconds\` is not what a task does
        do not write it by hand: --fix-output writes what was recorded"
  `);
});
