const SAFE = ['GET', 'HEAD', 'OPTIONS'];
const CSRF_COOKIE = 'XSRF-TOKEN';
const CSRF_HEADER = 'X-XSRF-TOKEN';

/** The token against forged requests that the application left for scripts, null if it left none. */
function csrfToken() {
  const cookie = document.cookie.split('; ').find(one => one.startsWith(`${CSRF_COOKIE}=`));
  try {
    return cookie === undefined ? null : decodeURIComponent(cookie.slice(CSRF_COOKIE.length + 1));
  } catch {
    return null; // Not the application's own: it writes what can be decoded.
  }
}

/** Adds the token to a request to the application that serves this page, unless its headers hold one. */
export function addCsrfToken(method, headers) {
  const token = csrfToken();
  if (!SAFE.includes(method) && token !== null && !headers.has(CSRF_HEADER)) {
    headers.set(CSRF_HEADER, token);
  }
}

/** Why a request with this method may have been refused with 403. */
export function refusalOf(method) {
  if (SAFE.includes(method)) {
    return 'you have no right to it, or are logged in as somebody else';
  }
  const token = csrfToken() === null
    ? `no cookie ${CSRF_COOKIE} holds a token for this page to send`
    : `the token in the cookie ${CSRF_COOKIE} was sent`;
  return `protection against CSRF refuses a ${method} without a valid token, and ${token}; or you have no right to it`;
}
