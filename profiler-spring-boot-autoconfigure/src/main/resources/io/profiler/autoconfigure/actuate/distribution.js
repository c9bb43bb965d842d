/** How times are spread, in whatever order they come: by nearest rank, so that each figure is one of them. */
export function distributionOf(times) {
  const sorted = [...times].sort((one, other) => one - other);
  const rank = share => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  return { min: rank(0), median: rank(0.5), max: rank(1) };
}
