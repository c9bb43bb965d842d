import { makeButton } from './buttons.js';
import { byId, element } from './dom.js';
import { icon } from './icons.js';
import { repeatsDetails, spanDetails } from './span-details.js';
import { splitter } from './splitter.js';
import { focusView } from './views.js';

/** The pane beside the waterfall: everything that is known of the selected span. */
export class Details {
  constructor(session) {
    this.session = session;
    this.pane = byId('details');
    session.on('selection', () => this.isOpen() && this.draw());
    session.on('open', () => this.open());
    session.on('close', () => this.isOpen() && this.close());
    this.pane.addEventListener('keydown', event => {
      if (event.key === 'Escape') {
        session.tell('close');
      }
    });
  }

  isOpen() {
    return !this.pane.hidden;
  }

  open() {
    if (this.session.selected < 0) {
      return;
    }
    const wasOpen = this.isOpen();
    this.pane.hidden = false;
    this.draw();
    if (!wasOpen) {
      resizeNames(true);
    }
  }

  close() {
    this.pane.hidden = true;
    resizeNames(false);
    focusView(this.session);
  }

  draw() {
    const { outline, selected } = this.session;
    if (selected < 0) {
      this.pane.hidden = true;
      return;
    }
    const repeats = outline.groups[selected];
    const parts = repeats ? repeatsDetails(this.session, repeats) : spanDetails(this.session, outline.spans[selected]);
    const all = element('div', { class: 'scroll', tabindex: 0 }, ...parts);
    const replacesFocus = this.pane.contains(document.activeElement);
    this.pane.replaceChildren(detailsSplitter(), this.closeButton(), all);
    if (replacesFocus) {
      all.focus({ preventScroll: true });
    }
  }

  closeButton() {
    return makeButton({ class: 'plain close', 'aria-label': 'Close the details', title: 'Close (Esc)',
      click: () => this.session.tell('close') }, icon('close'));
  }
}

function resizeNames(isOpen) {
  document.documentElement.classList.toggle('with-details', isOpen);
  document.dispatchEvent(new Event('columnresize'));
}

/** Moves the edge of the pane. */
function detailsSplitter() {
  const style = document.documentElement.style;
  return splitter('Width of the details', 'pane', pixels => {
    const now = parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--pane'));
    const width = Math.min(Math.max(now - pixels, 260), Math.max(260, innerWidth - 320));
    if (pixels !== 0) {
      style.setProperty('--pane', width + 'px');
    }
    return width;
  });
}
