const GOOD_FOR_SECONDS = 60;

/** Adds to a request what has it profiled; a token, where nothing else is accepted. */
export async function sign(request, id, key, strict, seconds = GOOD_FOR_SECONDS) {
  const asking = strict ? await tokenHeader(id, key, request.method, seconds) : await signedHeaders(id, key);
  Object.entries(asking).forEach(([name, value]) => request.headers.set(name, value));
}

/** Headers that have one request profiled, signed with a key as OSprofiler does. */
async function signedHeaders(id, key) {
  const info = base64Url(JSON.stringify({ base_id: id, parent_id: id }));
  const signature = await hmac('SHA-1', key, info);
  return { 'X-Trace-Info': info, 'X-Trace-HMAC': [...signature].map(byte => byte.toString(16).padStart(2, '0')).join('') };
}

/** A header that does the same where only tokens are accepted. A proxy may change the path, so it is good for all of them. */
async function tokenHeader(id, key, method, seconds) {
  const expires = Math.floor(Date.now() / 1000) + seconds;
  const claims = { aud: 'profiler', exp: expires, path: '/**', method, base_id: id, parent_id: id };
  const signed = [{ alg: 'HS256' }, claims].map(part => unpadded(JSON.stringify(part))).join('.');
  const signature = await hmac('SHA-256', key, signed);
  return { 'X-Trace-Token': `${signed}.${unpadded(String.fromCharCode(...signature))}` };
}

/** URL-safe base64 with padding, of a text in ASCII or of bytes. */
function base64Url(text) {
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_');
}

function unpadded(text) {
  return base64Url(text).replaceAll('=', '');
}

async function hmac(hash, key, text) {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash };
  const signing = await crypto.subtle.importKey('raw', encoder.encode(key), algorithm, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', signing, encoder.encode(text)));
}

/** Browsers sign only in pages that nobody on the way can have changed. */
export function canSign() {
  return window.isSecureContext && crypto.subtle !== undefined;
}
