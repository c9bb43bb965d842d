/** What all trace points of a span say; later ones add to earlier ones. Numbers too large for a script lose digits here, not in the raw points. */
export function infoOf(trace, span) {
  const info = {};
  for (let e = trace.firstEvent[span]; e < trace.firstEvent[span + 1]; e++) {
    try {
      mergeInfo(info, JSON.parse(trace.text(trace.events.info[e])));
    } catch {
      // Python writes NaN, which is no JSON: the raw point below still shows it.
    }
  }
  return info;
}

function mergeInfo(info, added) {
  for (const [member, value] of Object.entries(added)) {
    const isObject = thing => typeof thing === 'object' && thing !== null && !Array.isArray(thing);
    const both = isObject(value) && Object.hasOwn(info, member) && isObject(info[member]);
    Object.defineProperty(info, member, { value: both ? { ...info[member], ...value } : value, enumerable: true, configurable: true, writable: true });
  }
}
