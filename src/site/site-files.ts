/** The content as pages read it: once in a build, and again where it has changed while somebody writes. */
import { root } from 'virtual:study/site';
import { openDiskFiles } from '../content/files/disk-files.ts';

export const files = openDiskFiles(root);
if (!import.meta.env.DEV) files.freeze();
