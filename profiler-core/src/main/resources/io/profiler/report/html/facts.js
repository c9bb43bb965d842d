import { makeButton } from './buttons.js';
import { copyButton } from './clipboard.js';
import { element } from './dom.js';
import { whole } from './numbers.js';
import { visible, visibleLines } from './text.js';

const LONGEST_SHOWN = 5000;

/** Names and values; those without a value are left out. */
export function factList(facts) {
  const list = element('dl', { class: 'facts' });
  for (const [name, value] of facts) {
    if (value !== null) {
      list.append(element('dt', {}, name), element('dd', {}, value));
    }
  }
  return list;
}

export function section(title, ...children) {
  return element('section', {}, element('h3', {}, title), ...children);
}

/** Something that is made when it is opened. */
export function opened(summary, make) {
  const box = element('details', {}, element('summary', {}, summary));
  box.addEventListener('toggle', () => box.childElementCount < 2 && box.append(make()));
  return box;
}

/** A text of any length: the beginning, and the rest on request. */
export function longText(text, className = 'block') {
  const block = element('pre', { class: className, tabindex: text.length > 300 ? 0 : null }, visibleLines(text.slice(0, LONGEST_SHOWN)));
  if (text.length <= LONGEST_SHOWN) {
    return block;
  }
  const more = makeButton({ class: 'more' }, `Show all ${whole(text.length)} characters`);
  more.addEventListener('click', () => {
    block.textContent = visibleLines(text);
    more.remove();
  });
  return element('div', {}, block, more);
}

export function asText(value) {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2) ?? String(value);
}

/** A value under its name, with a button that copies it. */
export function textValue(name, value) {
  const text = asText(value);
  return element('div', { class: 'value' },
      element('h4', {}, visible(name, 100), copyButton('Copy ' + visible(name, 100), () => text)), longText(text));
}

function isShort(value) {
  return value === null || typeof value !== 'object' && String(value).length <= 60 && !String(value).includes('\n');
}

export function memberList(members) {
  if (typeof members !== 'object' || members === null || Array.isArray(members)) {
    return longText(asText(members));
  }
  const entries = Object.entries(members);
  const list = factList(entries.filter(([, value]) => isShort(value)).map(([name, value]) => [visible(name, 60), visible(String(value))]));
  return element('div', {}, list, ...entries.filter(([, value]) => !isShort(value)).map(([name, value]) => textValue(name, value)));
}
