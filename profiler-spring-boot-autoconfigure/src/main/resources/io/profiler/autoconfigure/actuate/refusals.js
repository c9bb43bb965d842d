import { duration } from '../../report/html/numbers.js';
import { visible } from '../../report/html/text.js';
import { refusalOf } from './csrf.js';

/** What came of a request, in a few words. */
export function answerText({ status, statusText, millis }) {
  const took = duration(millis * 1000);
  return status === null
    ? `A redirection, not followed, after ${took} in the browser`
    : `${status} ${statusText}`.trim() + ` after ${took} in the browser`;
}

/** Why an answer came without the sign of the profiler, as far as its status tells. */
export function whyNotProfiled({ status }, method, prefix) {
  if (status === 404 || status === 405) {
    return `is the path right? The application's paths begin with ${visible(prefix)}/ here. A proxy or another program`
      + ' may have answered in its place.';
  }
  if (status === 401) {
    return 'a proxy or the application asks to log in first.';
  }
  if (status === 403) {
    return `a proxy or the application refused it. Perhaps ${refusalOf(method)}.`;
  }
  if (status >= 500) {
    return 'a proxy may have answered because it could not reach the application.';
  }
  return 'a proxy or another program may have answered, the key may be none of profiler.hmac-keys, or nothing is traced of'
    + ' this request (profiler.trace-wsgi-transport).';
}

/** What else to say of an answer: 403 may have been for its token. */
export function remarkOn({ status }, method) {
  return status === 403 ? ` Perhaps ${refusalOf(method)}.` : '';
}

export function kindOf({ status }) {
  return status >= 500 ? 'bad' : status >= 400 ? 'wary' : 'good';
}
