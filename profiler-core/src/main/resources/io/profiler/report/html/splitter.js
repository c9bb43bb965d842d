import { element, isShortcut } from './dom.js';

/** A handle that changes a width: by the pointer, or by the arrow keys. */
export function splitter(label, className, resize) {
  const handle = element('div', { role: 'separator', class: 'splitter ' + className, tabindex: 0, 'aria-orientation': 'vertical', 'aria-label': label });
  const changed = pixels => {
    handle.setAttribute('aria-valuenow', Math.round(resize(pixels)));
    document.dispatchEvent(new Event('columnresize'));
  };
  handle.addEventListener('pointerdown', event => {
    event.preventDefault();
    handle.setPointerCapture(event.pointerId);
    let before = event.clientX;
    handle.onpointermove = moved => {
      changed(moved.clientX - before);
      before = moved.clientX;
    };
    handle.onpointerup = handle.onpointercancel = () => { handle.onpointermove = null; };
  });
  handle.addEventListener('keydown', event => {
    const step = { ArrowLeft: -16, ArrowRight: 16 }[event.key];
    if (step && !isShortcut(event)) {
      event.preventDefault();
      changed(step);
    }
  });
  changed(0);
  return handle;
}
