/** What this server's pages remembered in this browser; null if that is nothing. A page from a disk or in a sandbox may have no storage. */
export function storedText(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Whether there was room for it. If not, nothing is remembered, for what was there before is over. */
export function storeText(key, text) {
  try {
    localStorage.removeItem(key);
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}
