import { byId, element } from '../../report/html/dom.js';

/** Has the browser suggest the paths that the application maps to the method that is chosen. */
export function suggestPaths(paths, prefix) {
  const suggest = () => byId('paths').replaceChildren(...paths
    .filter(([method]) => method === byId('method').value)
    .map(([, pattern]) => element('option', { value: prefix + pattern })));
  byId('method').addEventListener('change', suggest);
  suggest();
}
