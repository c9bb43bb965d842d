import { plainJson } from './records.js';

/** What the page is made of, from before anything is drawn on it: so it can be written again with other data. */
export class PageSource {
  constructor() {
    this.parts = [...document.body.children].filter(part => !['SCRIPT', 'NOSCRIPT'].includes(part.tagName)).map(part => part.outerHTML);
  }

  /** The text of the page, under the same policy, as script and styles are the same. */
  withData(data, title) {
    const head = document.head.cloneNode(true);
    head.querySelector('title').textContent = title;
    const json = plainJson(data).replace(/[<>&']/g, letter => '\\u00' + letter.charCodeAt(0).toString(16));
    const end = '</' + 'script>'; // in one piece it would end the script in which it stands
    return `<!doctype html>\n<html lang="en">\n${head.outerHTML}\n<body>\n${this.parts.join('\n')}\n`
        + `<script type="application/json" id="data">${json}${end}\n`
        + `<script type="module">${document.querySelector('script[type=module]').textContent}${end}\n</body>\n</html>`;
  }
}
