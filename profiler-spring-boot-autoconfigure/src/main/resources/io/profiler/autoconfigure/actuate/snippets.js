/** A signed request as a command for a shell. */
export function curlCommand({ url, method, headers, body }) {
  const lines = [
    method === 'HEAD' ? 'curl -sS --globoff --head' : `curl -sS --globoff -i -X ${method}`,
    ...[...headers].map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`--data-raw ${quoted(body)}`]),
    quoted(url.href),
  ];
  return `${lines.join(' \\\n  ')}\n`;
}

function quoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A signed request for the HTTP client of IntelliJ IDEA. */
export function intellijRequest({ url, method, headers, body }) {
  const lines = [...headers].map(([name, value]) => `${name}: ${value}`);
  return [`### ${method} ${url.pathname}, profiled`, `${method} ${url.href}`, ...lines, '', body ?? '', ''].join('\n');
}

/** A script that Postman runs before requests, to sign each for a trace of its own. */
export function postmanScript(strict) {
  return [
    "const id = pm.variables.replaceIn('{{$guid}}');",
    'const base64 = words => CryptoJS.enc.Base64.stringify(words).replace(/\\+/g, "-").replace(/\\//g, "_");',
    'const encoded = members => base64(CryptoJS.enc.Utf8.parse(JSON.stringify(members)));',
    "const key = pm.variables.get('profilerKey');",
    ...(strict ? TOKEN : HEADERS),
    '',
  ].join('\n');
}

const HEADERS = [
  'const info = encoded({ base_id: id, parent_id: id });',
  "pm.request.headers.upsert({ key: 'X-Trace-Info', value: info });",
  "pm.request.headers.upsert({ key: 'X-Trace-HMAC', value: CryptoJS.HmacSHA1(info, key).toString() });",
];

const TOKEN = [
  'const exp = Math.floor(Date.now() / 1000) + 60;',
  "const claims = { aud: 'profiler', exp, path: '/**', method: pm.request.method, base_id: id, parent_id: id };",
  'const signed = [{ alg: "HS256" }, claims].map(part => encoded(part).replace(/=/g, "")).join(".");',
  'const signature = base64(CryptoJS.HmacSHA256(signed, key)).replace(/=/g, "");',
  "pm.request.headers.upsert({ key: 'X-Trace-Token', value: `${signed}.${signature}` });",
];
