/** A pack's tests say by their names which criterion they examine: `test_rejects_bad_input__a_title_is_required`. */

const NAME = /^test_([a-z0-9]+(?:_[a-z0-9]+)*)__[a-z0-9]/;

/**
 * The id of the criterion that a test examines; `undefined` where its name does not say one.
 * @example criterionOfTest('test_rejects_bad_input__todos') // 'rejects-bad-input'
 */
export function criterionOfTest(name: string): string | undefined {
  return NAME.exec(name)?.[1]?.replaceAll('_', '-');
}

/** How the names of a criterion's tests begin. */
export function testNameOf(criterion: string): string {
  return `test_${criterion.replaceAll('-', '_')}__`;
}
