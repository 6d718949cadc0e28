/** A microphone and a recorder as browsers have them, that say what a test makes them say. */

class FakeTrack extends EventTarget {
  isStopped = false;

  stop(): void {
    this.isStopped = true;
  }
}

class FakeMediaRecorder extends EventTarget {
  readonly mimeType = 'audio/webm;codecs=opus';
  /** What is left when it is stopped. */
  rest = 'end';
  state: RecordingState = 'inactive';
  timeslice: number | undefined;
  readonly stream: FakeStream;

  constructor(stream: FakeStream) {
    super();
    this.stream = stream;
  }

  start(timeslice: number): void {
    this.timeslice = timeslice;
    this.state = 'recording';
  }

  pause(): void {
    this.state = 'paused';
  }

  resume(): void {
    this.state = 'recording';
  }

  requestData(): void {
    queueMicrotask(() => this.give('paused '));
  }

  stop(): void {
    this.state = 'inactive';
    queueMicrotask(() => {
      this.give(this.rest);
      this.dispatchEvent(new Event('stop'));
    });
  }

  give(text: string): void {
    this.dispatchEvent(Object.assign(new Event('dataavailable'), { data: new Blob([text]) }));
  }
}

class FakeStream {
  readonly track = new FakeTrack();
  getTracks = () => [this.track];
}

export interface FakeMicrophone {
  /** The recorder that was made last. */
  readonly last: () => FakeMediaRecorder | undefined;
  readonly openMicrophone: () => Promise<MediaStream>;
  readonly createMediaRecorder: () => MediaRecorder;
  /** The browser says no from now on. */
  refuse(name: string): void;
  /** Somebody pulls the plug: the browser stops the recorder, with what it has. */
  unplug(): void;
}

export function createFakeMicrophone(): FakeMicrophone {
  let stream = new FakeStream();
  let media: FakeMediaRecorder | undefined;
  let refusal: string | undefined;
  return {
    last: () => media,
    async openMicrophone() {
      if (refusal !== undefined) throw new DOMException('no', refusal);
      stream = new FakeStream();
      return stream as unknown as MediaStream;
    },
    createMediaRecorder() {
      media = new FakeMediaRecorder(stream);
      return media as unknown as MediaRecorder;
    },
    refuse(name) {
      refusal = name;
    },
    unplug() {
      stream.track.dispatchEvent(new Event('ended'));
    },
  };
}
