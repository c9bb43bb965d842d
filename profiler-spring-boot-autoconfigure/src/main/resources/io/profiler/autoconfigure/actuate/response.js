import { copyButton } from '../../report/html/clipboard.js';
import { element } from '../../report/html/dom.js';
import { whole } from '../../report/html/numbers.js';
import { visible, visibleLines } from '../../report/html/text.js';
import { headerOf } from './answer.js';
import { answerText } from './refusals.js';

const TEXTUAL = /^(text\/|application\/([\w.-]+\+)?(json|xml|javascript|yaml|graphql|x-www-form-urlencoded))/i;

/** The answer of the application: status, headers, and the body as text, whatever it is. */
export function responseView(answer) {
  return [
    element('p', { class: 'status' }, `${answerText(answer)}.`),
    ...headersView(answer),
    ...bodyView(answer),
  ];
}

function headersView({ headers, headersHidden, status }) {
  const note = status === null ? 'Browsers let no page see where a redirection leads.'
    : headersHidden ? 'Browsers hide the headers that the application does not expose by CORS.' : null;
  const list = headers.map(([name, value]) => element('div', {},
    element('dt', {}, visible(name)), element('dd', {}, visible(value, 2000))));
  return [
    element('h3', {}, 'Headers'),
    note === null ? null : element('p', { class: 'soft' }, note),
    element('dl', { class: 'headers code' }, ...list),
  ].filter(part => part !== null);
}

function bodyView(answer) {
  const { bytes, length } = answer;
  const heading = element('h3', {}, 'Body ', element('span', { class: 'soft' }, sizeText(answer)));
  if (length === 0) {
    return [heading];
  }
  const text = textOf(answer);
  if (text === null) {
    return [heading, element('p', { class: 'soft' }, 'No text.')];
  }
  heading.append(' ', copyButton(bytes.length < length ? 'Copy the beginning of the body' : 'Copy the body', () => text));
  return [heading, element('pre', { class: 'body', tabindex: 0, role: 'region', 'aria-label': 'Body' }, visibleLines(text))];
}

function sizeText({ bytes, length, whole: isWhole }) {
  const size = length === 0 ? 'empty' : `${whole(length)} bytes`;
  const shown = bytes.length < length ? `, of which the first ${whole(bytes.length)} are shown` : '';
  return isWhole ? size + shown : `${size}${shown}; it was not read to its end`;
}

/** The body as text, null if it is none. */
function textOf(answer) {
  const type = headerOf(answer, 'content-type') ?? 'text/plain';
  const text = decoderOf(type).decode(answer.bytes);
  return TEXTUAL.test(type) && !text.includes('\0') ? text : null;
}

function decoderOf(type) {
  try {
    return new TextDecoder(/charset="?([\w.:-]+)/i.exec(type)?.[1] ?? 'utf-8');
  } catch {
    return new TextDecoder();
  }
}
