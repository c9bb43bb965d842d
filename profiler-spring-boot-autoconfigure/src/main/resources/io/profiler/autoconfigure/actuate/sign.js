/** Headers that have one request profiled, signed with a key as OSprofiler does. */
export async function signedHeaders(id, key) {
  const info = base64Url(JSON.stringify({ base_id: id, parent_id: id }));
  return { 'X-Trace-Info': info, 'X-Trace-HMAC': await hmacSha1(key, info) };
}

/** URL-safe base64 with padding, of a text in ASCII. */
function base64Url(text) {
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_');
}

async function hmacSha1(key, text) {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-1' };
  const signing = await crypto.subtle.importKey('raw', encoder.encode(key), algorithm, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', signing, encoder.encode(text));
  return [...new Uint8Array(signature)].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

/** Browsers sign only in pages that nobody on the way can have changed. */
export function canSign() {
  return window.isSecureContext && crypto.subtle !== undefined;
}
