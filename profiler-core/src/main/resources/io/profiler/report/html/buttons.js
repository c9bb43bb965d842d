import { element } from './dom.js';

export function pressButton(label, text, mark = null) {
  return element('button', { type: 'button', 'aria-pressed': 'false', title: 'Only ' + label.toLowerCase() },
      mark ? element('i', { class: mark }) : null, text);
}

/** A button without a frame, which shows a sign and says what it does. */
export function plainButton(label, sign, click) {
  return element('button', { type: 'button', class: 'plain', title: label, 'aria-label': label, click }, sign);
}

export function isPressed(button) {
  return button.getAttribute('aria-pressed') === 'true';
}

export function press(button, pressed) {
  button.setAttribute('aria-pressed', pressed);
}

export function toggle(button) {
  press(button, !isPressed(button));
}
