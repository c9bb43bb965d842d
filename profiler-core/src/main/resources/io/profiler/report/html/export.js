import { makeButton, plainButton } from './buttons.js';
import { copyText } from './clipboard.js';
import { showDialog } from './dialog.js';
import { element, say } from './dom.js';
import { chromeTrace } from './export-chrome.js';
import { osprofilerJson } from './export-json.js';
import { markdown } from './export-markdown.js';
import { icon } from './icons.js';
import { linkToView } from './link.js';
import { whole } from './numbers.js';
import { redacted } from './redacted.js';

const KEPT_MILLIS = 60_000;

/** Opens what can be taken out of the page; the page makes all of it from its own data. */
export function exportButton(session, source) {
  return plainButton('Export', icon('save'), () => showExports(session, source));
}

function showExports(session, source) {
  const { trace } = session;
  const name = 'trace-' + (trace.head.id ?? 'unknown').replace(/[^\w-]/g, '').slice(0, 40);
  const part = trace.head.leftOut > 0 ? `, of the ${whole(trace.size)} spans on this page` : '';
  showDialog('Export', element('ul', { class: 'exports' },
      line('JSON', `what OSprofiler’s trace show --json writes${part}`, saver(name + '.json', 'application/json', () => osprofilerJson(trace))),
      line('Chrome trace', `for Perfetto and chrome://tracing${part}`, saver(name + '.chrome.json', 'application/json', () => chromeTrace(trace, session.looks))),
      line('Markdown', 'verdict, critical path, statements and errors, to paste into an issue', copier(() => markdown(trace))),
      line('Link', 'to what is shown: view, search, filters, time and span', copier(() => linkToView(session))),
      line('Page to share', 'this page without arguments, parameters, queries, statements, messages and other values of info; hosts are renamed.'
          + ' Names, paths, ids and times stay. What it exports is as short',
      saver(name + '-shared.html', 'text/html', () => {
        const data = redacted(trace);
        return source.withData(data, data.head.title);
      }))));
}

function line(label, explanation, act) {
  return element('li', {}, makeButton({ click: act }, label), element('span', { class: 'soft' }, explanation));
}

/** A button's action that saves what {@code text} gives, whole or in parts. */
function saver(file, type, text) {
  return () => {
    const link = element('a', { href: URL.createObjectURL(new Blob([text()].flat(), { type })), download: file });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MILLIS);
    say('Saved as ' + file);
  };
}

function copier(text) {
  return async event => {
    const button = event.currentTarget;
    const label = button.textContent;
    button.textContent = await copyText(text(), button.parentElement) ? 'Copied' : 'Not copied';
    say(button.textContent);
    setTimeout(() => { button.textContent = label; }, 1500);
  };
}
