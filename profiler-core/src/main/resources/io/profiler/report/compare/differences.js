import { duration, percent, whole } from '../html/numbers.js';

/** What changed, in words that have a sign: colour alone tells nothing. */
export function difference(before, after) {
  const by = after - before;
  return by > 0 ? { by, kind: 'slower', sign: '▲ +', word: 'slower' }
    : by < 0 ? { by, kind: 'faster', sign: '▼ −', word: 'faster' } : { by, kind: 'same', sign: '', word: 'unchanged' };
}

export function signedDuration(before, after) {
  const { by, sign } = difference(before, after);
  return by === 0 ? '0' : sign + duration(Math.abs(by));
}

/** By how much of what it was before; nothing if that was nothing. */
export function relative(before, after) {
  if (!(before > 0) || before === after) {
    return '';
  }
  const ratio = after / before;
  return ratio >= 10 ? '×' + whole(Math.round(ratio)) : (ratio > 1 ? '+' : '−') + percent(Math.abs(after - before), before);
}

export function signedNumber(before, after) {
  const by = after - before;
  return by === 0 ? '0' : (by > 0 ? '+' : '−') + whole(Math.abs(by));
}
