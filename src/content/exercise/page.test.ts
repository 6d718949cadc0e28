import { describe, expect, test } from 'vitest';
import { type ExercisePageOptions, isTranslated, writeExercisePage } from './page.ts';
import { createExampleExercise } from './testing/example-exercise.ts';

const options = (locale: string): ExercisePageOptions => ({
  locale,
  language: locale === 'root' ? 'en' : locale,
  main: 'en',
  languages: { main: 'en', others: ['es'] },
  mainLang: 'en',
  t: (key, values) => [key.replace('study.', ''), ...Object.values(values ?? {})].join(' '),
  download: '/base/exercises/twice.zip',
});

describe('an exercise is a page', () => {
  test('with its tasks, its code, what the tests demand, hints and the solution', () => {
    const { title, description, body } = writeExercisePage(createExampleExercise(), options('root'));
    expect([title, description]).toEqual(['Twice', 'Double a number.']);
    expect(body.replace(/<div class="study-work-bar[\s\S]*?<\/div>\n<\/div>/, '(bar)')).toMatchInlineSnapshot(`
      "Some numbers are too small.

      ## 1. Double \`n\`

      \`double(21)\` is \`42\`.

      ## 2. Refuse text

      Raise.

      ## exercise.code

      <study-exercise class="study-work" data-exercise="twice">

      <div class="study-work-starter">

      ~~~~~~~~python title="solution.py"
      def double(n):
          return n
      ~~~~~~~~

      </div>

      (bar)

      <div class="study-checks not-content" data-pagefind-ignore><h3>exercise.checks</h3><ol>
      <li data-test="test_1_doubles"><span class="study-check-state"></span><span class="study-check-title" lang="en">Doubles <code>n</code> &amp; more</span><a href="#1-double-n">exercise.task 1</a></li>
      <li data-test="test_2_text"><span class="study-check-state"></span><span class="study-check-title" lang="en">Refuses text</span><a href="#2-refuse-text">exercise.task 2</a></li>
      </ol></div>

      <details class="study-work-tests" data-pagefind-ignore>
      <summary>exercise.testCode: <code>test_solution.py</code></summary>

      ~~~~~~~~python title="test_solution.py"
      from solution import double


      def test_1_doubles():
          """Doubles \`n\` & more"""
          assert double(1) == 2


      def test_2_text():
          """Refuses text"""
      ~~~~~~~~

      </details>

      <p class="study-work-downloads not-content" data-pagefind-ignore><a href="/base/exercises/twice.zip" download>exercise.download</a></p>

      </study-exercise>

      ## exercise.hints

      <div class="study-help" data-pagefind-ignore>

      <details class="study-hints" id="hints-1" data-task="1">
      <summary>1. Double <code>n</code></summary>

      <details class="study-hint" data-hint="1">
      <summary>exercise.hint 1 2</summary>

      First

      </details>

      <details class="study-hint" data-hint="2">
      <summary>exercise.hint 2 2</summary>

      Second \`x\`

      </details>

      </details>

      <details class="study-hints" id="hints-2" data-task="2">
      <summary>2. Refuse text</summary>

      <details class="study-hint" data-hint="1">
      <summary>exercise.hint 1 1</summary>

      Only

      </details>

      </details>

      </div>

      ## exercise.solution

      <details class="study-solution" data-pagefind-ignore>
      <summary>exercise.showSolution</summary>

      <div class="study-solution-content">

      ~~~~~~~~python title="solution.py"
      def double(n):
          return n * 2
      ~~~~~~~~

      ### What it costs

      Nothing.

      </div>

      </details>"
    `);
  });

  test('whose tasks and title are translated, and what is not says in which language it is', () => {
    const { title, body } = writeExercisePage(createExampleExercise(), options('es'));
    expect(title).toBe('Dos veces');
    expect(body).toMatch(/^## 1\. Duplica `n`/);
    expect(body).toContain('<summary>1. Duplica <code>n</code></summary>');
    expect(body).toContain('<div lang="en">\n\nFirst\n\n</div>');
    expect(body).toContain('<a href="#1-duplica-n">exercise.task 1</a>');
  });

  test('in the main language where the tasks are not translated', () => {
    const folder = createExampleExercise();
    expect([isTranslated(folder, 'es'), isTranslated(folder, 'pt-br')]).toEqual([true, false]);
    expect(writeExercisePage(folder, options('pt-br')).body).toMatch(/^<div lang="en">\n\nSome numbers/);
  });

  test('whose solution is open where it is worked', () => {
    const yaml = 'id: twice\ntitle: T\ndescription: D\nlevel: senior\nminutes: 5\nnotes: [home]\nworked: true\n';
    const { body } = writeExercisePage(createExampleExercise({ 'exercise.yaml': yaml }), options('root'));
    expect(body).toContain('<details class="study-solution" data-pagefind-ignore open data-worked>');
  });

  test('to download where it takes packages, with what is given and no button that runs it', () => {
    const yaml =
      'id: twice\ntitle: T\ndescription: D\nlevel: senior\nminutes: 5\nnotes: [home]\nruns: cpython\nservices: [redis]\n';
    const given = { 'given/site/pages.py': 'PAGES = {}\n', 'given/site/__init__.py': '', 'given/limits.cfg': '[a]\n' };
    const { body } = writeExercisePage(createExampleExercise({ 'exercise.yaml': yaml, ...given }), options('root'));
    const [, work] = /<study-own-machine[^>]*>\n\n([\s\S]*)<\/study-own-machine>/.exec(body) ?? [];
    const rest = work?.replace(/<div class="study-checks[\s\S]*?<\/ol><\/div>/, '(checks)');
    expect(
      rest?.replace(/<details[\s\S]*?~~~~~~~~(\w+) title="(.*)"[\s\S]*?<\/details>/g, '(fold $1 $2)'),
    ).toMatchInlineSnapshot(`
        "exercise.ownMachine

        <p class="study-own-download not-content" data-pagefind-ignore><a href="/base/exercises/twice.zip" download>exercise.downloadZip</a></p>

        ### exercise.howToRun

        exercise.stepInstall

        ~~~~~~~~sh
        python -m venv .venv
        . .venv/bin/activate  # Windows: .venv\\Scripts\\activate
        python -m pip install -r requirements.txt
        ~~~~~~~~

        exercise.stepServers

        ~~~~~~~~sh
        docker compose up --wait
        ~~~~~~~~

        exercise.stepAddresses

        ~~~~~~~~text
        REDIS_URL=redis://localhost:6379/0
        ~~~~~~~~

        exercise.stepTest

        ~~~~~~~~sh
        python -m pytest
        ~~~~~~~~

        ### exercise.files

        <div class="study-work-starter">

        ~~~~~~~~python title="solution.py"
        def double(n):
            return n
        ~~~~~~~~

        </div>

        (fold python test_solution.py)

        (fold ini limits.cfg)

        (fold python site/pages.py)

        (checks)

        <div class="study-own-claim not-content" data-pagefind-ignore hidden>
        <button type="button" data-action="claim">exercise.claim</button>
        <p role="status"></p>
        <button type="button" data-action="withdraw">exercise.withdraw</button>
        </div>

        "
      `);
  });
});
