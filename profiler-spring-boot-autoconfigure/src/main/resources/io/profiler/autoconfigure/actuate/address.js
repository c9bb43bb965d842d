/** The trace that the page's address names, null if it names none. */
export function namedTrace() {
  return new URLSearchParams(location.hash.slice(1)).get('trace');
}

/** Has the address name a trace, or none: so Back leads to what was shown before. */
export function nameTrace(id) {
  if (id !== namedTrace()) {
    const named = id === null ? '' : `#${new URLSearchParams({ trace: id })}`;
    history.pushState(null, '', location.pathname + location.search + named);
  }
}
