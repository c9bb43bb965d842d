/** What would hide itself, reverse the direction of writing or not come out at all, as VisibleText has it in Java. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\u{e0100}-\u{e01ef}]/gu;

const ESCAPES = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeCharacter(character) {
  const code = character.codePointAt(0);
  const hex = width => code.toString(16).padStart(width, '0');
  return ESCAPES[character] ?? (code < 0x100 ? '\\x' + hex(2) : code < 0x10000 ? '\\u' + hex(4) : '\\U' + hex(8));
}

/** Data in one line, no longer than asked. */
export function visible(text, longest = 300) {
  const cut = text.length > longest ? text.slice(0, longest).replace(/[\ud800-\udbff]$/, '') + '…' : text;
  return cut.replace(UNSAFE, escapeCharacter);
}

/** Data in as many lines as it has. */
export function visibleLines(text) {
  return text.replace(UNSAFE, character => '\n\t'.includes(character) ? character : escapeCharacter(character));
}
