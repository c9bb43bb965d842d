import { byId } from '../../report/html/dom.js';
import { visible } from '../../report/html/text.js';
import { followTheme } from '../../report/html/theme.js';

followTheme();
const message = visible(JSON.parse(byId('data').textContent), 2000);
byId('message').textContent = message.slice(0, 1).toUpperCase() + message.slice(1) + '.';
const isNamed = new URLSearchParams(location.search).has('traceId');
byId('list').href = isNamed ? location.pathname : location.pathname.replace(/\/[^/]*\/?$/, '');
