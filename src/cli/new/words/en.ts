import type { Words } from '../words.ts';

export const EN: Words = {
  note: {
    description: 'What the reader can do after this note, in at most 160 characters.',
    summary: 'The idea in five sentences or fewer, as someone could repeat it in an interview.',
    how: {
      title: 'How it works',
      text: 'How it really works, from a picture to the source. Name the version, and link what each claim rests on.',
    },
    diagram:
      'At least one diagram that carries meaning: a mermaid fence whose first line is "%% alt: what it shows", or ![what it shows](./picture.svg) with the file beside this one.',
    run: {
      title: 'Run it',
      text: 'Three or more blocks, each of which proves a claim. What they print is written by',
    },
    wrong: {
      title: 'What people get wrong',
      text: 'Misconceptions and claims that have aged, each with its correction.',
      columns: ['You will hear', 'What holds'],
      row: ['"A claim that is wrong by now"', 'The correction, and since which version.'],
    },
    production: {
      title: 'In production',
      text: 'When to use which, how it fails, and how you would notice.',
      columns: ['The case', 'Use', 'What it costs'],
      row: ['When', 'Which', 'Time, memory or people'],
    },
    can: {
      title: 'Can you do this?',
      text: 'Four to eight abilities that the reader can test. The id after ^ is permanent, and the same in every translation.',
      item: 'Explain it to a colleague in one minute, without notes',
    },
    check: {
      title: 'Check yourself',
      text: 'Three to seven questions, each with a link to the paragraph that answers it.',
      question: 'What would somebody who only skimmed this note get wrong?',
      answer: 'The answer, in one or two sentences.',
      see: 'See',
    },
    interview: {
      title: 'In the interview',
      text: 'Five to eight questions, each with what a strong answer contains.',
      question: 'What would an interviewer ask about this?',
      answer: '**A strong answer** contains this and that.',
      followUp: '**Follow-up that separates senior from mid:** "What do they ask next?" What a senior says to it.',
    },
  },
  area: {
    description: 'What this area holds, and in which order to read it.',
    summary: 'Who needs this area, and what they can do after it that they could not do before.',
    order: {
      title: 'What to read first',
      text: 'Which note to begin with, and which paths lead on from there.',
    },
    done: {
      title: 'How to tell that you are done',
      text: 'What the reader can now do without help, and how to prove it.',
    },
  },
  cards: {
    question: 'One question about one fact: why, how, when or what happens?',
    answer: 'The answer, in fewer than 600 characters. Markdown, blank lines and code fences are fine.',
    cloze: 'A sentence that hides {{c1::what is to be remembered}} until the reader has guessed.',
  },
  exercise: {
    description: 'What the reader practices, in one sentence.',
    problem: 'What is given, what is wanted and what must not happen, in a few sentences.',
    task: {
      title: 'Double a number',
      text: '`double(number)` returns twice the number: `double(21)` is `42`.',
    },
    hints: ['Where to look, without saying what to write.', 'What to write, without the code.'],
    notes: 'Why the solution is written as it is, what it costs, and what others often do that does not work.',
  },
  project: {
    description: 'What gets built, in one sentence.',
    story: 'Who needs it, and what they cannot do without it.',
    feature: 'Something that its user can do',
    skill: 'Something that its builder learns',
    milestone: { title: 'First version', text: 'The smallest thing that works from end to end, and how to see that.' },
    must: 'It starts with one command from a clean clone',
    should: 'A test fails when its most important rule is broken',
  },
  roadmap: {
    description: 'Whom this path leads where, in one sentence.',
    stage: { title: 'First level', text: 'What the reader can do at the end of it.' },
    item: 'Read where everything is',
  },
  interview: {
    description: 'What position this prepares for, in one sentence.',
    section: 'Warm-up',
  },
  questions: {
    question: 'What does the interviewer ask, word for word?',
    strong: 'A point that a strong answer makes',
    followUp: 'What is asked next, to tell senior from mid?',
    redFlag: 'What ends the interview when it is said',
  },
};
