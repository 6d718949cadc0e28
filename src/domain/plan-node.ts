/** A query plan as PostgreSQL shows it, as a tree. `plan-tree.ts` reads it from text, `plan-metrics.ts` reckons with it. */

export interface Plan {
  /** One tree, or more where rules make several statements of one. */
  readonly roots: readonly PlanNode[];
  /** What stands below the tree: planning time, triggers, settings. */
  readonly summary: readonly string[];
}

export interface PlanNode {
  /** The whole line without figures: `Index Scan using orders_pkey on orders o`. */
  readonly text: string;
  /** `Index Scan`, `Hash Left Join`, `Partial HashAggregate`. */
  readonly type: string;
  /** Table, CTE or function that is scanned or changed, without its schema. */
  readonly relation: string | undefined;
  readonly index: string | undefined;
  /** Above a node that is not an ordinary child: `InitPlan 1`, `SubPlan 2`, `CTE big`. */
  readonly label: string | undefined;
  readonly estimate: PlanEstimate | undefined;
  readonly actual: PlanActual | undefined;
  readonly isNeverExecuted: boolean;
  /** With all nodes below, over all loops. */
  readonly buffers: PlanBuffers | undefined;
  /** All other lines, among them those that nobody has described: conditions, sort methods, workers. */
  readonly details: readonly string[];
  readonly children: readonly PlanNode[];
}

/** Costs are in the planner's own unit; rows are those of one loop. */
export interface PlanEstimate {
  readonly startupCost: number;
  readonly totalCost: number;
  readonly rows: number;
}

export interface PlanActual {
  /** Milliseconds of one loop until its last row, with all nodes below; `undefined` with `TIMING off`. */
  readonly ms: number | undefined;
  /** Mean of all loops. */
  readonly rows: number;
  readonly loops: number;
}

/** Blocks of 8 kB. */
export interface PlanBuffers {
  /** Found in PostgreSQL's own memory. */
  readonly hit: number;
  /** Asked of the operating system. */
  readonly read: number;
  /** Written to temporary files or read from them, since memory did not suffice. */
  readonly temp: number;
}
