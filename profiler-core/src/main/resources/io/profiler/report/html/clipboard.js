import { makeButton } from './buttons.js';
import { element, say } from './dom.js';
import { icon } from './icons.js';

/** A button that copies what {@code text} gives, and says so. */
export function copyButton(label, text) {
  const button = makeButton({ class: 'plain copy', 'aria-label': label, title: label }, icon('copy'));
  button.addEventListener('click', async () => {
    const copied = await copyText(text());
    button.replaceChildren(icon(copied ? 'done' : 'failed'));
    say(copied ? 'Copied' : 'The browser did not let the page copy');
    setTimeout(() => button.replaceChildren(icon('copy')), 1500);
  });
  return button;
}

/** Tells whether it could. A page from a disk may not use the clipboard in every browser; an old command still works there. */
export async function copyText(text, parent = document.body) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const focused = document.activeElement;
    const area = element('textarea', { class: 'unseen', 'aria-hidden': 'true' });
    area.value = text;
    parent.append(area);
    area.select();
    const copied = document.execCommand('copy');
    area.remove();
    focused?.focus({ preventScroll: true });
    return copied;
  }
}
