/** Judges an answer by what it came to, beside what the solution came to. Runs nothing itself. */
import type { SqlCheck, SqlExercise } from '../../../domain/sql-check.ts';
import type { TestReport } from '../test-report.ts';
import type { Observations } from './exercise.ts';
import { type GradeWords, sayGrade } from './grade-words.ts';
import { judgePlan } from './judge-plan.ts';
import { judgeRows } from './judge-rows.ts';
import type { Noted, Observation, TaskObservation } from './observation.ts';
import type { Verdict } from './verdict.ts';

/** One report a check. What holds on the given data must hold on the variant too. */
export function gradeAnswer(
  { checks }: SqlExercise,
  answer: Observations,
  reference: Observations,
  words: GradeWords,
): TestReport[] {
  return checks.map((check) => {
    const given = gradeCheck(check, answer.given, reference.given, words);
    if (given.status !== 'passed' || answer.variant === undefined || reference.variant === undefined) return given;
    const variant = gradeCheck(check, answer.variant, reference.variant, words);
    if (variant.message === undefined) return variant;
    return { ...variant, message: sayGrade(words.variant, { message: variant.message }) };
  });
}

/** Every check alike, where the answer did not come to its end. */
export function failAll({ checks }: SqlExercise, status: TestReport['status']): TestReport[] {
  return checks.map(({ name, title, task }) => ({ name, title, task, status }));
}

function gradeCheck(check: SqlCheck, answer: Observation, reference: Observation, words: GradeWords): TestReport {
  const { name, title, task } = check;
  const [got, expected] = [answer.tasks.get(task), reference.tasks.get(task)];
  if (got === undefined || expected === undefined) {
    return { name, title, task, status: 'error', message: sayGrade(words.noTask, { task }) };
  }
  const error = got.error ?? got.plans.get(name)?.error ?? got.after.get(name)?.error;
  if (error !== undefined) return { name, title, task, status: 'error', message: words.raised, error };
  const verdict = judge(check, got, expected, words);
  return verdict === undefined
    ? { name, title, task, status: 'passed' }
    : { name, title, task, status: 'failed', ...verdict };
}

/** The first rule that does not hold: what the rows are comes before how they were found. */
function judge(check: SqlCheck, got: TaskObservation, expected: TaskObservation, words: GradeWords): Verdict {
  const { name, result, plan, after, maxStatements, says = [], avoids = [] } = check;
  if (result !== undefined) {
    if (expected.table === undefined) throw new Error(`the solution of ${name} returns no rows`);
    const verdict = judgeRows(got.table, expected.table, result, words);
    if (verdict !== undefined) return verdict;
  }
  if (after !== undefined) {
    const [own, right] = [readNoted(got.after, name), readNoted(expected.after, name)];
    if (right === undefined) throw new Error(`the query of ${name} returns no rows`);
    const verdict = judgeRows(own, right, after.order, words);
    if (verdict !== undefined) return verdict;
  }
  if (maxStatements !== undefined && got.statements > maxStatements) {
    return { message: sayGrade(words.statements, { got: got.statements, max: maxStatements }) };
  }
  const unsaid = says.find((phrase) => !got.words.includes(phrase.toLowerCase()));
  if (unsaid !== undefined) return { message: sayGrade(words.says, { phrase: unsaid }) };
  const refused = avoids.find((phrase) => new RegExp(String.raw`\b${phrase}\b`, 'i').test(got.words));
  if (refused !== undefined) return { message: sayGrade(words.avoids, { phrase: refused }) };
  if (plan === undefined) return undefined;
  const text = readNoted(got.plans, name);
  return text === undefined ? { message: words.noRows } : judgePlan(plan, text, words);
}

function readNoted<T>(noted: ReadonlyMap<string, Noted<T>>, name: string): T | undefined {
  return noted.get(name)?.value;
}
