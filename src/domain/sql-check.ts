/**
 * What an exercise in SQL demands of an answer. The list stands in the exercise's `checks.yaml`; the answer's tasks are
 * told apart by lines such as `-- 1. Orders of a customer`, with the numbers of the instructions.
 */

/** An exercise as the runner takes it. */
export interface SqlExercise {
  /** Makes the tables and their rows. */
  readonly setup: string;
  /** Changes the rows after that, so that an answer that fits the given ones by chance is found out. */
  readonly variant: string | undefined;
  readonly solution: string;
  readonly checks: readonly SqlCheck[];
}

/** All that a check says must hold. @typeParam Title text, or texts by language */
export interface SqlCheck<Title = string> {
  /** Names the check in reports. */
  readonly name: string;
  readonly task: number;
  readonly title: Title;
  /** The rows of the task's last query are those of the solution: in that order, or in any. */
  readonly result?: RowOrder | undefined;
  readonly plan?: PlanRule | undefined;
  readonly after?: AfterRule | undefined;
  readonly maxStatements?: number | undefined;
  /** Words that the task must have, and words that it must not, whatever the case and the spaces between them. */
  readonly says?: readonly string[] | undefined;
  readonly avoids?: readonly string[] | undefined;
}

export type RowOrder = 'ordered' | 'set';

/** Of the plan of the task's last query. */
export interface PlanRule {
  /** Another query, where the task writes none. */
  readonly of?: string | undefined;
  /** Only nodes that read or change this table count; for partitions the partition's name. */
  readonly on?: string | undefined;
  /** A node of one of these types is there: `Index Only Scan`. */
  readonly uses?: readonly string[] | undefined;
  /** No node of these types is there: `Seq Scan`. */
  readonly never?: readonly string[] | undefined;
  /** An index is used: this one, or `any`. */
  readonly index?: string | undefined;
  /** Blocks of 8 kB, found in memory or read. */
  readonly maxBuffers?: number | undefined;
  /** Rows of an index-only scan for which the table had to be asked. */
  readonly maxHeapFetches?: number | undefined;
  /** Exactly these tables are read. */
  readonly partitionsScanned?: readonly string[] | undefined;
}

/** Of what the tables hold when the task is done: the query's rows are those that the solution leaves behind. */
export interface AfterRule {
  readonly query: string;
  readonly order: RowOrder;
  /** The task is run a second time before the query. */
  readonly again: boolean;
}
