import { element } from './dom.js';

export function pressButton(label, text, mark = null) {
  return element('button', { type: 'button', 'aria-pressed': 'false', title: 'Only ' + label.toLowerCase() },
      mark ? element('i', { class: mark }) : null, text);
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
