/** Notes which files the bundler writes for which worker: their names are made of hashes. */

/** The part of a bundler's chunk that tells what it was made of. */
interface Chunk {
  readonly facadeModuleId?: string | null;
}

export interface WorkerRecorder {
  /** To be put among Vite's plugins of workers. */
  readonly plugin: {
    readonly name: string;
    generateBundle(options: object, bundle: Readonly<Record<string, object>>): void;
  };
  /** The group of each file, by its path below the site. */
  readonly files: ReadonlyMap<string, string>;
}

/** @param workers the ends of the sources' paths, by the group that their files belong to */
export function createWorkerRecorder(workers: Readonly<Record<string, string>>): WorkerRecorder {
  const files = new Map<string, string>();
  return {
    files,
    plugin: {
      name: 'study-worker-recorder',
      generateBundle(_, bundle) {
        const sources = Object.values(bundle).flatMap(
          (chunk: Chunk) => chunk.facadeModuleId?.replaceAll('\\', '/') ?? [],
        );
        for (const [group, end] of Object.entries(workers)) {
          if (!sources.some((source) => source.endsWith(end))) continue;
          // A file that several workers share is everybody's.
          for (const file of Object.keys(bundle)) files.set(file, (files.get(file) ?? group) === group ? group : '');
        }
      },
    },
  };
}
