import { byId } from '../../report/html/dom.js';
import { icon } from '../../report/html/icons.js';
import { storedText, storeText } from '../../report/html/storage.js';
import { endpoint, Trouble } from './endpoint.js';
import { traceLink } from './trace-link.js';

/** Scripts cannot read the cookie, so the page itself remembers until when it is good, for all its tabs. */
const REMEMBERED = 'profiler.recording';

/** What is told where nothing can be remembered. */
const ALONE = ' Stop it here: this browser has no room to remember it by.';

/** Has everything profiled that this browser asks of the application, for some minutes. */
export class Recording {
  constructor(showTrace) {
    this.showTrace = showTrace;
    byId('recording').hidden = false;
    byId('record').addEventListener('submit', event => {
      event.preventDefault();
      this.change(() => this.begin(Number(byId('minutes').value)));
    });
    byId('stop').addEventListener('click', () => this.change(() => this.stop()));
    addEventListener('storage', () => this.readAndShow());
    this.recording = null;
    this.isShared = true;
    this.readAndShow();
  }

  async begin(minutes) {
    const { traceId } = await endpoint.record(minutes);
    // By this browser's clock, as the cookie: the application's may be another.
    this.remember({ traceId, until: Date.now() + minutes * 60_000 });
  }

  async stop() {
    await endpoint.stopRecording();
    this.remember({ ...this.recording, until: Date.now() });
  }

  /** The storage is the application's, too: it may be full, or be emptied while a recording goes on. */
  remember(recording) {
    this.recording = recording;
    this.isShared = storeText(REMEMBERED, JSON.stringify(recording));
  }

  readAndShow() {
    const shared = remembered();
    if (shared !== null) {
      this.recording = shared;
      this.isShared = true;
    }
    this.show();
  }

  async change(asking) {
    byId('start').disabled = byId('stop').disabled = true;
    try {
      await asking();
      this.show();
    } catch (failure) {
      if (!(failure instanceof Trouble)) {
        throw failure;
      }
      tellRecording('bad', 'warning', failure.message);
    } finally {
      byId('start').disabled = byId('stop').disabled = false;
    }
  }

  show() {
    clearTimeout(this.timer);
    const { recording } = this;
    const left = recording === null ? 0 : recording.until - Date.now();
    byId('stop').hidden = left <= 0;
    if (left > 0) {
      this.timer = setTimeout(() => this.show(), left);
      tellRecording('', 'waiting', `Recording until ${clockTime(recording.until)}: go on in another tab.${this.isShared ? '' : ALONE}`, this.link(recording.traceId));
    } else if (recording !== null) {
      tellRecording('', 'done', `Recorded until ${clockTime(recording.until)}.`, this.link(recording.traceId));
    }
  }

  link(id) {
    return traceLink({ id, title: 'this browser' }, 'What was recorded', this.showTrace);
  }
}

function remembered() {
  try {
    const { traceId, until } = JSON.parse(storedText(REMEMBERED));
    return typeof traceId === 'string' && Number.isFinite(until) ? { traceId, until } : null;
  } catch {
    return null;
  }
}

function clockTime(millis) {
  return new Date(millis).toTimeString().slice(0, 5);
}

function tellRecording(kind, iconName, ...content) {
  byId('recorded').className = `told ${kind}`;
  byId('recorded').replaceChildren(icon(iconName), ...content);
}
