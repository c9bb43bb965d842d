import { byId, element } from '../../report/html/dom.js';

/** Has the browser suggest the paths that the application maps to the method that is chosen. */
export function suggestPaths(paths, prefix) {
  const suggest = () => byId('paths').replaceChildren(...paths
    .filter(([method]) => method === byId('method').value)
    .map(([, pattern]) => element('option', { value: prefix + pattern })));
  byId('method').addEventListener('change', suggest);
  suggest();
}

/** A path that can be asked for as it stands: the first one that is read and has no variables. */
export function firstPath(paths) {
  const [, path] = paths.find(([method, pattern]) => method === 'GET' && /^\/[^{}*?]*$/u.test(pattern)) ?? ['GET', '/'];
  return path;
}
