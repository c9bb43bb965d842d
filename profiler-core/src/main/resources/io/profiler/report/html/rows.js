/** Which nodes are shown, given what is collapsed and what the query leaves. */
export class Rows {
  constructor(outline) {
    this.outline = outline;
    this.collapsed = Uint8Array.from(outline.groups, group => group ? 1 : 0);
    this.unfiltered = this.collapsed;
    this.matches = null;
    this.kept = null;
    this.place = new Int32Array(outline.size);
    this.refresh();
  }

  /** Shows only nodes that match and those above them; null shows all. What is collapsed is kept for afterwards. */
  filter(matches) {
    this.matches = matches;
    this.kept = matches && this.withAncestors(matches);
    this.collapsed = matches ? new Uint8Array(this.outline.size) : this.unfiltered;
    this.refresh();
  }

  withAncestors(matches) {
    const kept = Uint8Array.from(matches);
    for (let n = this.outline.size - 1; n >= 0; n--) {
      if (kept[n] && this.outline.parents[n] >= 0) {
        kept[this.outline.parents[n]] = 1;
      }
    }
    return kept;
  }

  refresh() {
    const { size, ends } = this.outline;
    this.place.fill(-1);
    const shown = new Int32Array(size);
    let count = 0;
    for (let n = 0; n < size; n = this.collapsed[n] ? ends[n] : n + 1) {
      if (!this.kept || this.kept[n]) {
        this.place[n] = count;
        shown[count++] = n;
      }
    }
    this.nodes = shown.subarray(0, count);
  }

  get count() {
    return this.nodes.length;
  }

  isExpanded(node) {
    return this.collapsed[node] === 0;
  }

  setExpanded(node, expanded) {
    this.collapsed[node] = expanded ? 0 : 1;
    this.refresh();
  }

  /** Expands everything down to a depth and collapses what is deeper; repeats stay folded unless all is expanded. */
  expandTo(depth) {
    for (let n = 0; n < this.outline.size; n++) {
      const folded = this.outline.groups[n] && depth !== Infinity;
      this.collapsed[n] = folded || this.outline.depths[n] >= depth ? 1 : 0;
    }
    this.refresh();
  }

  expandSiblings(node) {
    const { parents, groups } = this.outline;
    for (let n = 0; n < this.outline.size; n++) {
      if (parents[n] === parents[node] && !groups[n]) {
        this.collapsed[n] = 0;
      }
    }
    this.refresh();
  }

  /** Expands whatever hides a node. */
  reveal(node) {
    for (let n = this.outline.parents[node]; n >= 0; n = this.outline.parents[n]) {
      this.collapsed[n] = 0;
    }
    this.refresh();
  }
}
