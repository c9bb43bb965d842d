function threeDigits(value) {
  return value < 9.995 ? value.toFixed(2) : value < 99.95 ? value.toFixed(1) : value.toFixed(0);
}

/** A duration as people say it: three digits and a unit, as ReadableDuration has it in Java. */
export function duration(micros) {
  if (micros < 0) {
    return '-' + duration(-micros);
  }
  if (micros < 1000) {
    return Math.round(micros) + ' µs';
  }
  if (micros < 999_500) {
    return threeDigits(micros / 1000) + ' ms';
  }
  const seconds = micros / 1e6;
  return seconds < 59.95 ? threeDigits(seconds) + ' s' : clock(Math.round(seconds));
}

function clock(seconds) {
  const two = value => String(value).padStart(2, '0');
  if (seconds < 3600) {
    return `${Math.floor(seconds / 60)}:${two(seconds % 60)} min`;
  }
  return seconds < 3_600_000 ? `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)} h` : calendar(seconds / 86_400);
}

/** No request takes so long, but times may be wrong. */
function calendar(days) {
  return days < 999.5 ? threeDigits(days) + ' d' : threeDigits(days / 365.2425) + ' y';
}

const WHOLE = new Intl.NumberFormat('en');

export function whole(number) {
  return WHOLE.format(number);
}

/** All that is known of a duration. */
export function exactDuration(micros) {
  return whole(micros) + ' µs';
}

export function percent(part, total) {
  if (!(total > 0)) {
    return '';
  }
  const share = 100 * part / total;
  return share > 0 && share < 0.1 ? '<0.1 %' : share.toFixed(share < 9.95 ? 1 : 0) + ' %';
}

export function many(count, noun) {
  return `${whole(count)} ${noun}${count === 1 ? '' : 's'}`;
}

export function memory(count) {
  const [unit, name] = count < 1000 ? [1, ' B'] : count < 1e6 ? [1000, ' kB'] : count < 1e9 ? [1e6, ' MB'] : [1e9, ' GB'];
  return unit === 1 ? whole(count) + name : threeDigits(count / unit) + name;
}
