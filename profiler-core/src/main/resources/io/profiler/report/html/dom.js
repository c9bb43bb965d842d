/** Makes an element. Texts among its children stay texts, and no attribute can hold a script. */
function element(tag, attributes = {}, ...children) {
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

function svgElement(tag, attributes = {}, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

const ICON_PATHS = {
  close: 'M3.5 3.5l9 9m0-9l-9 9',
  copy: 'M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1',
  done: 'M3 8.5l3.5 3.5L13 4.5',
  failed: 'M4 4l8 8m0-8l-8 8',
  help: 'M5.5 6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.8-1.1 1.6M8 12.2v.6',
  link: 'M6.5 9.5l3-3M7 4.5l1.5-1.5a3 3 0 0 1 4.5 4.5L11.5 9M9 11.5L7.5 13A3 3 0 0 1 3 8.5L4.5 7',
  theme: 'M8 2.5a5.5 5.5 0 1 0 0 11zM8 2.5a5.5 5.5 0 0 1 0 11',
  warning: 'M8 2.5L14.5 13.5h-13zM8 6.5v3.5M8 11.5v.8',
  waiting: 'M4.5 2.5h7M4.5 13.5h7M5 2.5c0 3 3 4 3 5.5s-3 2.5-3 5.5M11 2.5c0 3-3 4-3 5.5s3 2.5 3 5.5',
};

function icon(name) {
  return svgElement('svg', { class: 'icon', viewBox: '0 0 16 16', 'aria-hidden': 'true' },
      svgElement('path', { d: ICON_PATHS[name] }));
}

function byId(id) {
  return document.getElementById(id);
}

/** Tells whoever listens to assistive technology. */
function say(text) {
  byId('spoken').textContent = text;
}

/** A button that copies what {@code text} gives, and says so. */
function copyButton(label, text) {
  const button = element('button', { class: 'plain copy', type: 'button', 'aria-label': label, title: label }, icon('copy'));
  button.addEventListener('click', async () => {
    const copied = await copyText(text());
    button.replaceChildren(icon(copied ? 'done' : 'failed'));
    say(copied ? 'Copied' : 'The browser did not let the page copy');
    setTimeout(() => button.replaceChildren(icon('copy')), 1500);
  });
  return button;
}

/** A page from a disk may not use the clipboard in every browser; an old command still works there. */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = element('textarea', { class: 'unseen', 'aria-hidden': 'true' });
    area.value = text;
    document.body.append(area);
    area.select();
    const copied = document.execCommand('copy');
    area.remove();
    return copied;
  }
}
