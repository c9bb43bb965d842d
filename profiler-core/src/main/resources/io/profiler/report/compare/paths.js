import { pathText } from './steps.js';

const SEPARATOR = ' › ';

/**
 * The paths of both traces as a tree of places: what many have in common stands there once. A place is the number of that above
 * it, -1 at the top, and of its step; it comes after those above it. A path may have thousands of steps, so none is made as a
 * text but to be seen.
 */
export class Paths {
  constructor({ places, steps }) {
    this.places = places;
    this.steps = steps;
  }

  /** From the top down. */
  stepsTo(place) {
    const found = [];
    for (let at = place; at >= 0; at = this.places[at][0]) {
      found.push(this.steps[this.places[at][1]]);
    }
    return found.reverse();
  }

  /** By place: 1 if its path holds a text, written small. Keeps as much of each path as the text may begin in. */
  holding(text) {
    const steps = this.steps.map(step => pathText([step]).toLowerCase());
    const found = new Uint8Array(this.places.length);
    const ends = [];
    this.places.forEach(([above, step], place) => {
      const path = above < 0 ? steps[step] : ends[above] + SEPARATOR + steps[step];
      found[place] = found[above] === 1 || path.includes(text) ? 1 : 0;
      ends.push(text.length > 1 ? path.slice(1 - text.length) : '');
    });
    return found;
  }

  /** By place: where it is in the order of the alphabet, in which a path comes right before those below it. */
  get ranks() {
    this.ranked ??= this.rank();
    return this.ranked;
  }

  rank() {
    const texts = this.steps.map(step => pathText([step]));
    const { compare } = new Intl.Collator();
    const below = this.places.map(() => []);
    const waiting = [];
    this.places.forEach(([above], place) => (above < 0 ? waiting : below[above]).push(place));
    const backwards = (a, b) => compare(texts[this.places[b][1]], texts[this.places[a][1]]);
    waiting.sort(backwards);
    const ranks = new Int32Array(this.places.length);
    for (let rank = 0; waiting.length > 0; rank++) {
      const place = waiting.pop();
      ranks[place] = rank;
      waiting.push(...below[place].sort(backwards));
    }
    return ranks;
  }
}
