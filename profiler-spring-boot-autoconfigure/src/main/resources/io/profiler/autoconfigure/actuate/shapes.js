/** Whether JSON is what the endpoint answers, as far as this page would stumble over something else. */
export function isList(content) {
  return Array.isArray(content?.traces) && content.traces.every(trace => typeof trace?.base_id === 'string');
}

export function isReport(content) {
  return Array.isArray(content?.children) && content.children.every(span => span?.info instanceof Object);
}

export function isRecording(content) {
  return typeof content?.traceId === 'string';
}

export function isAnswer(content) {
  return Array.isArray(content?.headers) && typeof content.body === 'string';
}
