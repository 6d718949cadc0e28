/** The blocks of a page by the group that they belong to: a block is run after those of its group that come before it. */

export interface Groups<Block> {
  /** Notes a block, and gives it behind those that it continues. */
  add(group: string | undefined, block: Block): readonly Block[];
  clear(): void;
}

export function startGroups<Block>(): Groups<Block> {
  const groups = new Map<string, readonly Block[]>();
  return {
    add(group, block) {
      if (group === undefined) return [block];
      const blocks = [...(groups.get(group) ?? []), block];
      groups.set(group, blocks);
      return blocks;
    },
    clear: () => groups.clear(),
  };
}
