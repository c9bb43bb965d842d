import { element } from './dom.js';
import { visibleLines } from './text.js';

const NEW_LINE_BEFORE = new Set(['FROM', 'WHERE', 'GROUP', 'ORDER', 'HAVING', 'LIMIT', 'OFFSET', 'UNION', 'INTERSECT',
  'EXCEPT', 'VALUES', 'SET', 'RETURNING', 'LEFT', 'RIGHT', 'INNER', 'FULL', 'CROSS', 'JOIN', 'ON', 'AND', 'OR', 'FOR']);
const JOINED = new Set(['LEFT', 'RIGHT', 'INNER', 'FULL', 'CROSS', 'OUTER']);
const KEYWORDS = new Set([...NEW_LINE_BEFORE, 'SELECT', 'INSERT', 'INTO', 'UPDATE', 'DELETE', 'CREATE', 'ALTER', 'DROP',
  'TABLE', 'INDEX', 'AS', 'BY', 'IN', 'IS', 'NOT', 'NULL', 'LIKE', 'BETWEEN', 'EXISTS', 'DISTINCT', 'CASE', 'WHEN', 'THEN',
  'ELSE', 'END', 'ASC', 'DESC', 'WITH', 'OUTER', 'ALL', 'COUNT', 'BEGIN', 'COMMIT', 'ROLLBACK']);
const SQL = /^\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|WITH|BEGIN|COMMIT|ROLLBACK|MERGE|REPLACE|TRUNCATE)\b/i;
const SQL_TOKEN = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|--[^\n]*|\/\*[\s\S]*?\*\/|[\p{L}_$:@%][\p{L}\p{N}_$.]*|\d+(?:\.\d+)?|\s+|./gu;
const LONGEST_PRETTY = 20_000;

/** A statement or command laid out for reading: SQL by its clauses, JSON by its members, anything else as it is. */
export function prettyStatement(text) {
  if (text.length > LONGEST_PRETTY) {
    return null;
  }
  return SQL.test(text) ? prettySql(text) : prettyJson(text);
}

function prettyJson(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null ? [JSON.stringify(value, null, 2)] : null;
  } catch {
    return null;
  }
}

/** Pieces of the statement: texts, and elements for what stands out. */
function prettySql(text) {
  const pieces = [];
  let depth = 0;
  let before = '';
  let isRange = false; // from BETWEEN to its AND
  for (const token of text.trim().match(SQL_TOKEN) ?? []) {
    const word = token.toUpperCase();
    if (/^\s+$/.test(token)) {
      pieces.push(' ');
      continue;
    }
    depth += token === '(' ? 1 : token === ')' ? -1 : 0;
    if (startsLine(word, before) && depth >= 0 && !(isRange && word === 'AND')) {
      pieces.push('\n' + '  '.repeat(depth + (['AND', 'OR', 'ON'].includes(word) ? 1 : 0)));
    }
    pieces.push(sqlPiece(token, word));
    before = word;
    isRange = word === 'BETWEEN' || (isRange && word !== 'AND');
  }
  return tidy(pieces);
}

function startsLine(word, before) {
  return before !== '' && NEW_LINE_BEFORE.has(word) && !(word === 'JOIN' && JOINED.has(before))
      && !(word === 'SET' && before === 'CHARACTER');
}

function sqlPiece(token, word) {
  const shown = visibleLines(token);
  if (KEYWORDS.has(word)) {
    return element('b', {}, shown);
  }
  return /^['\d]/.test(token) ? element('span', { class: 'literal' }, shown) : shown;
}

/** Leaves out blanks before a new line. */
function tidy(pieces) {
  return pieces.filter((piece, i) => !(piece === ' ' && typeof pieces[i + 1] === 'string' && pieces[i + 1].startsWith('\n')));
}
