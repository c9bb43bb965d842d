import { byId } from '../../report/html/dom.js';

const FIELDS = ['method', 'path', 'headers', 'body'];

/** What is in the form: a request, how often to send it, and the key, which stays there. */
export const requestForm = {
  read() {
    return Object.fromEntries(FIELDS.map(id => [id, byId(id).value]));
  },

  fill(request) {
    FIELDS.forEach(id => { byId(id).value = request[id]; });
    byId('more').open ||= request.headers !== '' || request.body !== '';
    byId('method').dispatchEvent(new Event('change'));
  },

  key() {
    return byId('key').value;
  },

  times() {
    return Number(byId('times').value);
  },
};
