import { element } from './dom.js';
import { many } from './numbers.js';
import { RowView } from './row.js';
import { Ruler } from './ruler.js';

const PRINTED_LINES = 2000;

/** A printer needs every line in the document, in the paper's width. */
export function preparePrinting(session) {
  const paper = element('div', { id: 'paper' });
  document.body.append(paper);
  addEventListener('beforeprint', () => {
    const { rows } = session;
    const printed = Math.min(rows.count, PRINTED_LINES);
    paper.replaceChildren(paperHead(session));
    for (let place = 0; place < printed; place++) {
      paper.append(paperLine(session, rows.nodes[place]));
    }
    if (printed < rows.count) {
      paper.append(element('p', {}, `and ${many(rows.count - printed, 'more line')}; collapse or filter to print those that matter`));
    }
  });
  addEventListener('afterprint', () => paper.replaceChildren());
}

const PAPER_PIXELS = 380;

function paperHead(session) {
  const ruler = element('div', { class: 'time ruler' }, ...new Ruler(session.scale, PAPER_PIXELS).labels());
  return element('div', { class: 'row head' }, element('div', { class: 'what' }, 'Span'), element('div', { class: 'number' }, 'Total'),
      element('div', { class: 'number' }, 'Self'), ruler);
}

function paperLine(session, node) {
  const view = new RowView(session);
  view.show(node, 0, PAPER_PIXELS);
  view.element.removeAttribute('id');
  view.element.style.transform = '';
  ['role', 'aria-level', 'aria-rowindex', 'aria-selected', 'aria-expanded'].forEach(name => view.element.removeAttribute(name));
  return view.element;
}
