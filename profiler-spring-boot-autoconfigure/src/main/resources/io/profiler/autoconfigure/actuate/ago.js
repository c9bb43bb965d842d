const UNITS = [['s', 60], ['min', 60], ['h', 24]];

/** How long ago a time was, as far as anybody cares: '3 s ago'; empty for what is a day old, or to come by this browser's clock. */
export function ago(time, now = Date.now()) {
  let past = Math.floor((now - Date.parse(time)) / 1000);
  for (const [unit, next] of UNITS) {
    if (past >= 0 && past < next) {
      return `${past} ${unit} ago`;
    }
    past = Math.floor(past / next);
  }
  return '';
}
