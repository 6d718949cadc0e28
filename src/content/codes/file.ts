import type { CodeTable } from './code.ts';

export const FILE_CODES = {
  'file-encoding': {
    severity: 'error',
    title: 'A file is not UTF-8',
    why: 'A page is served as UTF-8. A byte of another encoding would reach readers as a question mark or as two wrong letters, in the text, in search and in ids. The check cannot know which letter you meant, so it reads nothing of the file.',
    mend: 'Save the file as UTF-8. In VS Code: click the encoding in the status bar, reopen the file with the encoding that it has, then save it with UTF-8. In a shell: `iconv -f LATIN1 -t UTF-8 old.md > new.md`. Read the accented letters afterwards: a wrong guess at the old encoding gives other letters.',
  },
  'file-empty': {
    severity: 'error',
    title: 'A file is empty',
    why: 'An empty page would have an address, a line in the sidebar and nothing to read. Mostly such a file was made by mistake, or its text got lost in a merge.',
    mend: 'Write what belongs in it, or take the file away. `npm run new` writes a stub to begin with. A page that is not ready has `draft: true` in its frontmatter, and is not published.',
  },
  'file-size': {
    severity: 'error',
    title: 'A file is too large',
    why: 'Nobody reads a megabyte of text to its end, and a phone takes seconds to lay it out. Far more often a file of that size is a log, an export or a dump that came here by mistake, and from then on every clone and every build carries it.',
    mend: 'Split a page into several, each with one idea. Of data, keep the lines that make the point, and link to the whole where it lives. The most that a file can have is 1 MiB.',
  },
  'file-name': {
    severity: 'error',
    title: 'A file has no good address',
    why: 'The path of a page is its address, and its id is mostly made of it. Spaces and accents turn into `%20` and `%C3%B1` when somebody shares the link, and two names that differ in case only are one file on macOS and Windows. Two files with one address are worse: one page would take the place of the other without a word.',
    mend: 'Rename the file or the folder: lower-case letters and digits, with single hyphens between the words. The `id` of a page stays as it is, and with it all that readers keep. Then run `npm run check`: it names every link that still leads to the old name. Where two files have one address, such as `databases.md` and `databases/index.md`, make one page of both or rename one.',
  },
  'file-link': {
    severity: 'error',
    title: 'A link in the file system leads out of content',
    why: 'What a symbolic link leads to would be published, though nobody put it into `content/` to be read: a private note, a settings file with a key in it. On the next machine the same link leads nowhere, and the site cannot be built there.',
    mend: 'Copy the file to where the link is, and take the link away. A link to another file of `content/` is followed. One to a folder is not: link to its files, or move the folder.',
  },
  'file-unread': {
    severity: 'warning',
    title: 'Nothing reads this file',
    why: 'You see the file in the repository and take it to be on the site, where it is not. Most often the ending or the folder has a typo.',
    mend: 'Rename the file, move it to where it is read, or move it out of `content/`:\n\n- pages, pictures and what pages import: `content/docs/`\n- flashcards: `content/flashcards/`, as `.txt`\n- exercises: a folder for each in `content/exercises/`\n- code that notes refer to: `content/examples/`\n- roadmaps, projects, interviews: `content/roadmaps/<id>.yaml` and so on\n- interview questions: `content/questions/<area>.yaml`\n- resources and retired ids: `content/resources.yaml`, `content/retired.yaml`\n- what search takes for the same: `content/search-synonyms.yaml`\n- interface words: `content/i18n/<language>.json`, for each language of `site.config.ts`.',
  },
} as const satisfies CodeTable;
