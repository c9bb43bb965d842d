import { byId, element } from '../../report/html/dom.js';
import { many, whole } from '../../report/html/numbers.js';
import { visible } from '../../report/html/text.js';
import { followTheme, themeSwitch } from '../../report/html/theme.js';

const LONGEST_NAME = 500;

const coverage = JSON.parse(byId('data').textContent);

function layerLine({ layer, property, on, beans }, tag) {
  return element(tag, { class: 'layer ' + (on ? 'on' : 'off') },
    element('span', { class: 'state' }, on ? 'on' : 'off'),
    element('b', {}, visible(layer)),
    element('span', { class: 'soft' }, beans.length > 0 ? many(beans.length, 'bean') : ''),
    element('span', { class: 'soft code' }, property === null ? 'always' : `${property}=${on}`));
}

function layerRow(layer) {
  return layer.beans.length === 0
    ? layerLine(layer, 'div')
    : element('details', {}, layerLine(layer, 'summary'), element('ul', { class: 'beans' }, ...layer.beans.map(beanItem)));
}

function beanItem({ bean, type, methods, insideCalls }) {
  return element('li', {},
    element('p', {}, element('b', {}, visible(bean, LONGEST_NAME)), ' ', element('span', { class: 'soft code' }, visible(type, LONGEST_NAME))),
    methods.length > 0 ? element('p', { class: 'code' }, methods.map(method => visible(method, LONGEST_NAME)).join(', ')) : null,
    insideCalls.length > 0 ? element('p', { class: 'wary' }, insideText(insideCalls)) : null);
}

function insideText(calls) {
  const shown = calls.map(call => visible(call, LONGEST_NAME)).join(', ');
  return `Not seen, because a call within the class passes no proxy: ${shown}`;
}

function untracedItem({ what, reason, remedy }) {
  return element('li', {},
    element('p', { class: 'code' }, visible(what, LONGEST_NAME)),
    element('p', {}, `Not traced, because ${visible(reason, LONGEST_NAME)}.`),
    element('p', { class: 'soft' }, `To have it traced: ${visible(remedy, LONGEST_NAME)}.`));
}

followTheme();
byId('service').textContent = visible(coverage.service);
byId('switch').append(themeSwitch());
byId('list').href = location.pathname.replace(/\/[^/]*\/?$/, '');
byId('layers').append(...coverage.layers.map(layerRow));
if (coverage.untraced.length > 0) {
  byId('untraced-heading').append(` (${whole(coverage.untraced.length)})`);
  byId('untraced').append(element('ul', {}, ...coverage.untraced.map(untracedItem)));
  byId('untraced').hidden = false;
}
