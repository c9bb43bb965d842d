/** When an instant of the trace was, on the clock and for people; empty if the data does not say. */
export function clockAt(trace, micros) {
  const timestamp = timestampAt(trace, micros);
  return timestamp === '' ? '' : timestamp.replace('T', ' ') + ' UTC';
}

/** The same as OSprofiler writes it. */
export function timestampAt(trace, micros) {
  const origin = trace.head.startedEpochMicros;
  const date = new Date(Math.floor((origin + micros) / 1000));
  if (origin === null || Number.isNaN(date.getTime())) {
    return '';
  }
  const fraction = String((((origin + micros) % 1e6) + 1e6) % 1e6).padStart(6, '0');
  return `${date.toISOString().slice(0, -5)}.${fraction}`;
}
