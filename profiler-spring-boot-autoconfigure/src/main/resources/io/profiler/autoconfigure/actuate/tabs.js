import { makeButton } from '../../report/html/buttons.js';
import { element, isShortcut } from '../../report/html/dom.js';

/** Tabs of which one is shown; what is in a tab is made when it is first shown. */
export class Tabs {
  constructor(label, tabs) {
    this.tabs = tabs.map(tab => new Tab(tab, () => this.show(tab.id)));
    this.list = element('div', { role: 'tablist', 'aria-label': label, hidden: tabs.length < 2 },
      ...this.tabs.map(tab => tab.button));
    this.list.addEventListener('keydown', event => isShortcut(event) || this.step({ ArrowLeft: -1, ArrowRight: 1 }[event.key]));
    this.elements = [this.list, ...this.tabs.map(tab => tab.panel)];
  }

  /** Shows a tab: the first, if there is none of that id. */
  show(id) {
    this.shown = Math.max(0, this.tabs.findIndex(tab => tab.id === id));
    this.tabs.forEach((tab, place) => tab.show(place === this.shown));
  }

  /** Takes a tab away, unless it has been shown. */
  drop(id) {
    const shown = this.tabs[this.shown];
    const dropped = this.tabs.find(tab => tab.id === id && !tab.isMade);
    dropped?.button.remove();
    dropped?.panel.remove();
    this.tabs = this.tabs.filter(tab => tab !== dropped);
    this.shown = this.tabs.indexOf(shown);
    this.list.hidden = this.tabs.length < 2;
  }

  /** Has the content of a tab made anew, if there is such a tab. */
  renew(id) {
    this.tabs.find(tab => tab.id === id)?.panel.replaceChildren();
    this.show(this.tabs[this.shown].id);
  }

  step(by) {
    if (by !== undefined) {
      const next = this.tabs[(this.shown + by + this.tabs.length) % this.tabs.length];
      this.show(next.id);
      next.button.focus();
    }
  }
}

class Tab {
  constructor({ id, label, content }, choose) {
    this.id = id;
    this.content = content;
    this.button = makeButton({ role: 'tab', id: `tab-${id}`, 'aria-controls': `tab-panel-${id}`,
      click: choose }, label);
    this.panel = element('div', { role: 'tabpanel', id: `tab-panel-${id}`, class: `of-${id}`, 'aria-labelledby': `tab-${id}`,
      hidden: true });
  }

  get isMade() {
    return this.panel.childElementCount > 0;
  }

  show(shown) {
    this.button.setAttribute('aria-selected', shown);
    this.button.tabIndex = shown ? 0 : -1;
    this.panel.hidden = !shown;
    if (shown && !this.isMade) {
      this.panel.append(...this.content());
    }
  }
}
