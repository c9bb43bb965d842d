/** Puts together what would be less than a pixel apart, so that no number of segments is too many to draw. */
export function pixelSegments(segments, scale, pixels) {
  const merged = [];
  for (const [from, to] of segments) {
    const left = Math.max(0, scale.place(from) * pixels);
    const right = Math.min(pixels, Math.max(scale.place(to) * pixels, left + 0.5));
    const before = merged[merged.length - 1];
    if (right <= 0 || left >= pixels) {
      continue;
    }
    if (before && left - before[1] < 1) {
      before[1] = Math.max(before[1], right);
    } else {
      merged.push([left, right]);
    }
  }
  return merged;
}

export function inOrder(segments) {
  return segments.sort((a, b) => a[0] - b[0]);
}

export function drawSegments(parent, segments, origin) {
  while (parent.childElementCount > segments.length) {
    parent.lastElementChild.remove();
  }
  segments.forEach(([left, right], i) => {
    const drawn = parent.children[i] ?? parent.appendChild(document.createElement('i'));
    drawn.style.left = left - origin + 'px';
    drawn.style.width = Math.max(1, right - left) + 'px';
  });
}
