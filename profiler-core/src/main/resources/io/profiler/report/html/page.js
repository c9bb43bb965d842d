import { colourLayers, Colours } from './colours.js';
import { fitNames } from './columns.js';
import { Details } from './details.js';
import { byId, element } from './dom.js';
import { exportButton } from './export.js';
import { FlameGraph } from './flame.js';
import { drawHead } from './head.js';
import { WaterfallKeys } from './keyboard.js';
import { followLinks } from './link.js';
import { Overview } from './overview.js';
import { PageSource } from './page-source.js';
import { preparePrinting } from './print.js';
import { Session } from './session.js';
import { Statistics } from './statistics.js';
import { followTheme } from './theme.js';
import { Toolbar } from './toolbar.js';
import { Trace } from './trace.js';
import { focusView } from './views.js';
import { Waterfall } from './waterfall.js';

/**
 * Puts the page together.
 *
 * @param looksOf what looks found inside the spans of a trace, null on the page of one that nobody looked at
 */
export function start(looksOf = () => null) {
  followTheme();
  const data = byId('data');
  const trace = new Trace(JSON.parse(data.textContent));
  data.remove();
  const source = new PageSource();
  colourLayers(trace.layers);
  const session = new Session(trace, looksOf(trace));
  const colours = new Colours();
  drawHead(session, exportButton(session, source));
  new Toolbar(session);
  new Details(session);
  fitNames(session);
  const waterfall = new Waterfall(session);
  addViews(session, colours, waterfall);
  new WaterfallKeys(session, waterfall);
  preparePrinting(session);
  followLinks(session);
  if (parent === window) { // In a frame, the keyboard belongs to the page around it.
    waterfall.grid.focus({ preventScroll: true });
  }
}

function addViews(session, colours, waterfall) {
  const views = {
    waterfall: element('div', {}, new Overview(session, colours).element, waterfall.element),
    flame: new FlameGraph(session, colours).element,
    statistics: new Statistics(session).element,
  };
  for (const [name, view] of Object.entries(views)) {
    byId('views').append(element('section', { role: 'tabpanel', id: 'view-' + name, class: 'view', 'aria-labelledby': 'tab-' + name }, view));
  }
  const show = () => {
    const hidesFocus = byId('views').contains(document.activeElement);
    Object.keys(views).forEach(name => { byId('view-' + name).hidden = name !== session.view; });
    if (hidesFocus) {
      focusView(session);
    }
  };
  session.on('view', show);
  show();
}
