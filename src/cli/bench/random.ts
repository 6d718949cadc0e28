/** Chance that is the same each time, so that two runs measure the same. */

export interface Chance {
  /** 0 up to 1. */
  next(): number;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** As many of a list as wanted, or all of it, in an order of their own. */
  draw<T>(list: readonly T[], count: number): T[];
}

/** A linear congruential generator. */
export function createChance(seed: number): Chance {
  let state = seed;
  const next = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
  return {
    next,
    pick(list) {
      const [first] = list.slice(Math.floor(next() * list.length));
      if (first === undefined) throw new RangeError('nothing to pick from');
      return first;
    },
    draw(list, count) {
      const rest = [...list];
      return Array.from({ length: Math.min(count, rest.length) }, () => {
        const [drawn] = rest.splice(Math.floor(next() * rest.length), 1);
        if (drawn === undefined) throw new RangeError('nothing left to draw');
        return drawn;
      });
    },
  };
}
