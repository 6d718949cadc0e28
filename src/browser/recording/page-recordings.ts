/** Recordings on this page. They have a connection of their own: what goes wrong with them says nothing of the log. */

import { requestPersistence } from '../storage/persistence.ts';
import { createStudyConnection } from '../storage/study-connection.ts';
import { openStudyDatabase } from '../storage/study-database.ts';
import { openStorage, siteId } from '../study.ts';
import { createLiveRecordings } from './live-recordings.ts';
import { createMediaRecorder, openMicrophone } from './microphone.ts';
import { createRecorder, type Recorder } from './recorder.ts';
import { createRecordingStore } from './recording-store.ts';

export const recordings = createRecordingStore(createStudyConnection((onClose) => openStudyDatabase(siteId, onClose)));

export const live = createLiveRecordings(siteId, navigator.locks);

export function openRecorder(): Recorder {
  return createRecorder({
    store: recordings,
    live,
    async openMicrophone() {
      const stream = await openMicrophone();
      // Some browsers ask the reader about it: after the microphone, which they have just asked for themselves.
      void requestPersistence(siteId, openStorage, navigator.storage);
      return stream;
    },
    createMediaRecorder,
    now: Date.now,
    createId: () => crypto.randomUUID(),
  });
}
