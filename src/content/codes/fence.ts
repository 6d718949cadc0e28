import type { CodeTable } from './code.ts';

export const FENCE_CODES = {
  'fence-word': {
    severity: 'error',
    title: 'A fence has a word that means nothing',
    why: 'With `python rnu` the block is only shown. No test runs it, and nobody notices when it stops being true. So every word after the language must be one that the site or its highlighter knows.',
    mend: 'Write the word that the hint proposes. These can follow:\n\n- `python`: `run`, `cpython`, `norun="why"`, `group=name`, `raises=KeyError`, `clock=real`, `stdin="a\\nb"`, `needs=linux,redis`, `timeline`, `with=shop/models.py`, `example=shop/orders.py#total`.\n- `sql`: `run`, `norun="why"`, `group=name`, `raises=23505`, `engine=sqlite`.\n- `output`: `sample="CPython 3.14, Linux"`.\n- Any of them: words of the highlighter, such as `title="cart.py"`, `{2-3}`, `ins={4}` and `"a text"`.',
  },
  'fence-value': {
    severity: 'error',
    title: 'A fence has a value that does not fit',
    why: 'A value that the site does not know would be passed over. The block would then run with another clock, on another database or without the server that it talks to, and the page would show something else than its fence says.',
    mend: 'Write a value that the word takes:\n\n- `clock=real`. Without it the clock is virtual.\n- `engine=sqlite`. Without it SQL runs on PostgreSQL.\n- `postgres=18`: the oldest major version of PostgreSQL that runs the block.\n- `needs=linux,redis`: any of `linux`, `darwin`, `win32`, `postgres` and `redis`, with commas and no spaces.\n- `raises=KeyError`: the bare name of an exception; for PostgreSQL the five characters of an SQLSTATE, `raises=23505`.\n- `with=shop/models.py,shop/prices.py`: no two of the same name, and none that is `main.py`.\n- `run`, `cpython`, `timeline` and `lanes` take none.',
  },
  'fence-conflict': {
    severity: 'error',
    title: 'The words of a fence contradict each other',
    why: 'A fence that says two things does one of them, and you would have to guess which. `python run needs=redis` would run where no Redis can be reached, and `py run` would not run at all.',
    mend: 'Keep one of the words, or label the block so that both make sense:\n\n- `run`, `cpython`, `example` and `norun` exclude each other.\n- `with` belongs to `python cpython`, `needs` to that or an example.\n- `group` belongs to `run`, `clock` and `timeline` to `python run`, `engine` and `postgres` to `sql run`, one of them at a time.\n- `timeline` needs the virtual clock.\n- `raises` belongs to a block that runs, `stdin` to Python that runs.\n- Only `python` and `sql` run: write these names, not `py` or `postgres`.',
  },
  'fence-reason': {
    severity: 'error',
    title: 'A block that is not run gives no reason',
    why: 'The reason stands below the block. Without it readers wonder whether they could run the code, and the next writer wonders whether anybody ever did.',
    mend: 'Say in a few words what is missing, in quotes: `norun="needs a Kafka broker"`. If nothing is missing, write `run` or `cpython` instead.',
  },
  'fence-label': {
    severity: 'warning',
    title: 'A block does not say whether it runs',
    why: 'A block without a label is never run, so nobody notices when it stops working, or that it never did. Where `site.config.ts` says `strictCode: true`, this is an error.',
    mend: 'Choose one:\n\n- `python run` or `sql run`: runs on Python 3.14 (Pyodide) or PostgreSQL (PGlite), without network, threads and packages.\n- `python cpython`: runs as a script on your own machine, with threads, packages and servers.\n- `norun="why"`: is only shown, with the reason below it.',
  },
  'example-file': {
    severity: 'error',
    title: 'A fence names an example that does not exist',
    why: 'The page would show nothing where readers expect a program, or a block would fail at its first import.',
    mend: 'Write the path below `content/examples`, with its ending: `example=shop/orders.py`, `with=shop/models.py,shop/prices.py`. If the program is not written yet, write it, with a test beside it.',
  },
  'example-region': {
    severity: 'error',
    title: 'A region of an example cannot be shown',
    why: 'A region is what a page cuts out of a program. Where it has no beginning, nothing can be shown; where it has no end, everything to the end of the file would be.',
    mend: 'Mark the lines in the program:\n\n```text\n# region: total\ndef total(prices): ...\n# endregion\n```\n\nThe name is what stands behind `#` in the fence: `example=shop/orders.py#total`. The markers are not shown.',
  },
  'example-body': {
    severity: 'error',
    title: 'A fence that shows an example has code of its own',
    why: 'Only the file would be shown, since it is what runs and what is tested. Whoever edited the copy in the page would wonder why nothing changes.',
    mend: 'Leave the fence empty, and change the program in `content/examples`. If the page needs code of its own, write `python cpython` without `example`.',
  },
  'output-orphan': {
    severity: 'error',
    title: 'An output belongs to no block that runs',
    why: 'An `output` fence promises that the block before it printed this, and the check holds it to that. After a block that nothing runs it would look like a proof and be none.',
    mend: 'Put the output after the block that prints it. Words may stand between the two, another fence may not. If that block should run, label it. Show what a shell or another program printed in a `text` fence.',
  },
  'output-missing': {
    severity: 'error',
    title: 'A block prints something that the page does not show',
    why: 'The block prints what it proves, and readers of the page would not see it. Nothing would be compared either, so the day on which it prints something else would pass unnoticed.',
    mend: 'Run `npm run check -- --fix-output <file>`: it writes what each block prints below it. If the block should prove something without printing, use `assert`. What differs from machine to machine goes into `output sample="CPython 3.14, Linux"`, which is not compared.',
  },
  'output-differs': {
    severity: 'error',
    title: 'A block does not print what the page shows',
    why: 'The page claims something that is not so. Either it was written by hand and wrong, or a new version behaves differently and the text around it is out of date as well.',
    mend: 'Find out which of the two is right.\n\n- It is what was printed: `npm run check -- --fix-output <file>` writes it into the page. Read the text again, it may have to change too.\n- It is the page: mend the block.\n- It differs from run to run: sort sets, seed what is random, never print seconds.\n- It is said of a PostgreSQL server only: let the block say the same on each, or write the oldest version that does on its fence, `postgres=18`.\n- It depends on the machine: make it `output sample="CPython 3.14, Linux"`, which is not compared.',
  },
  'lanes-form': {
    severity: 'error',
    title: 'An output is marked as lanes and is none',
    why: 'Only what follows the form of lanes can be drawn, and readers step through what is drawn.',
    mend: 'Let a program print it, as `content/examples/databases/lanes.py` does, and run `npm run check -- --fix-output <file>`. A session is a letter behind twenty spaces for each session before it; its result, or that it waits, stands behind three more:\n\n```text\nA BEGIN\nA UPDATE account SET n = 90\nA    -> UPDATE 1\n                    B UPDATE account SET n = 80\n                    B    ... waits\nA COMMIT\n                    B    -> UPDATE 1\n```\n\nAn empty line ends a run, and the first line of a run may be its title. Other lines the program must not print. Take the word `lanes` out to show the output as it was printed.',
  },
  'picture-form': {
    severity: 'error',
    title: 'A picture in steps cannot be drawn',
    why: 'Only what follows the form of a picture can be drawn, and its captions are all that a reader has who does not see it. What cannot be read would stand in the page as text.',
    mend: 'Begin with a title. Each step is a caption and the same places in the same order, with their cells behind the colon:\n\n```text\ntitle: Two threads and one lock\n\nstep: A holds the lock, and B waits.\nholds: *A\nwaits: B\n\nstep: A lets go, and B takes it.\nholds: *B\nwaits:\n```\n\nCells are separated by `|`. A mark before a cell says what is special about it: `*` it acts now, `-` it is over, `!` it is in trouble. A row holds about 35 characters, since it has to fit a phone. A line between cells has no name: `B -> A`, or `root -> left | right`. It names cells of its step by their texts, which stand side by side or in places that follow one another.',
  },
  'timeline-orphan': {
    severity: 'error',
    title: 'A timeline belongs to no block that is recorded',
    why: 'A `timeline` fence is drawn as what the tasks of the block before it did. After a block that nothing records it would be an invention.',
    mend: 'Write the word `timeline` on the block, `python run timeline`, and put the timeline directly behind it, or behind its output. If it belongs to no block, draw a diagram instead.',
  },
  'timeline-form': {
    severity: 'error',
    title: 'A timeline cannot be read',
    why: 'Only what follows the form of a timeline can be drawn and compared with what a run does.',
    mend: 'Do not write it by hand: empty the fence and run `npm run check -- --fix-output <file>`, which writes what was recorded. A task is a line, what it does are lines below it:\n\n```text\nmain 0..0.3 done\n  tasks 0..0.3 at 14\nfetch by main 0..0.3 done\n  sleep 0..0.3 at 6\n```\n\nTimes are seconds, `at` is the line, `by` names the task that made it.',
  },
  'timeline-differs': {
    severity: 'error',
    title: 'The tasks of a block do something else than the page shows',
    why: 'The picture would show an order, a wait or an end that is not so, and readers believe pictures more than words.',
    mend: 'If what was recorded is right, `npm run check -- --fix-output <file>` writes it into the page, also where there is no timeline yet. Read the text around it again. If the page is right, mend the block. What differs from run to run cannot be shown like this: seed what is random, and give tasks names.',
  },
  'code-raised': {
    severity: 'error',
    title: 'What a block raises is not what its fence says',
    why: 'A block that breaks by accident teaches the wrong thing. One that should raise and no longer does proves nothing: what it shows has changed, and the text around it still tells the old story.',
    mend: 'If the exception is the point, say so on the fence: `python run raises=KeyError`, for PostgreSQL `sql run raises=23505`. Its last line then ends the output, and `npm run check -- --fix-output <file>` writes it. If the exception is an accident, mend the block. If the block no longer raises, take `raises` out and mend the text.',
  },
} as const satisfies CodeTable;
