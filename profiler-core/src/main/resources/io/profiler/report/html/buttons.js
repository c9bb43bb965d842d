import { element } from './dom.js';

/** A button, with attributes and listeners as an element has them. */
export function makeButton(attributes, ...children) {
  return element('button', { type: 'button', ...attributes }, ...children);
}

export function pressButton(label, text, mark = null) {
  return makeButton({ 'aria-pressed': 'false', title: 'Only ' + label.toLowerCase() },
      mark ? element('i', { class: mark }) : null, text);
}

/** A button without a frame, which shows a sign and says what it does. */
export function plainButton(label, sign, click) {
  return makeButton({ class: 'plain', title: label, 'aria-label': label, click }, sign);
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
