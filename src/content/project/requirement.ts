/** Lines of a `requirements.txt`: `httpx==0.28.1`, with comments and hashes as pip knows them. */

export interface Requirement {
  readonly name: string;
  /** `undefined` where the line does not pin one. */
  readonly version: string | undefined;
  /** 1-based. */
  readonly line: number;
}

const PIN = /^([A-Za-z0-9][\w.-]*)(?:\[[\w,-]+\])?==([\w.!+-]+)(?=$|\s|;|\\)/;
const NAME = /^[A-Za-z0-9][\w.-]*/;

/** One entry a line that names a package; options and hashes name none. */
export function readRequirements(text: string): Requirement[] {
  return text.split(/\r?\n/).flatMap((written, index) => {
    const line = written.replace(/(^|\s)#.*$/, '').trim();
    const [name] = NAME.exec(line) ?? [];
    if (name === undefined) return [];
    return [{ name: normalize(name), version: PIN.exec(line)?.[2], line: index + 1 }];
  });
}

/** As the package index compares names: `Pillow`, `zope.interface` and `zope_interface` each have one form. */
function normalize(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}
