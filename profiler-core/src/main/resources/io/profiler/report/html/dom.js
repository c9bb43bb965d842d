/** Makes an element. Texts among its children stay texts, and no attribute can hold a script. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      made.addEventListener(name, value);
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(name, value === true ? '' : value);
    }
  }
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

export function svgElement(tag, attributes = {}, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

export function byId(id) {
  return document.getElementById(id);
}

/** Whether a key is the browser's own or the system's: Alt and an arrow go back. */
export function isShortcut(event) {
  return event.ctrlKey || event.metaKey || event.altKey;
}

/** Tells whoever listens to assistive technology. */
export function say(text) {
  byId('spoken').textContent = text;
}
