import { makeButton } from './buttons.js';
import { icon } from './icons.js';
import { storedText, storeText } from './storage.js';

const THEME_KEY = 'profiler-theme';
const DARK = matchMedia('(prefers-color-scheme: dark)');

function isDark() {
  return (document.documentElement.dataset.theme ?? (DARK.matches ? 'dark' : 'light')) === 'dark';
}

function useTheme(theme) {
  document.documentElement.dataset.theme = theme;
  document.dispatchEvent(new Event('themechange'));
}

/** The switch between light and dark; until it is used, the system decides. */
export function themeSwitch() {
  const label = () => isDark() ? 'Use light colours' : 'Use dark colours';
  const button = makeButton({ class: 'plain', id: 'theme' }, icon('theme'));
  const relabel = () => {
    button.title = label();
    button.setAttribute('aria-label', label());
  };
  button.addEventListener('click', () => {
    const theme = isDark() ? 'light' : 'dark';
    storeText(THEME_KEY, theme); // Without room for it the switch lasts as long as the page.
    useTheme(theme);
  });
  document.addEventListener('themechange', relabel);
  relabel();
  return button;
}

/** Uses the theme that was chosen before, and follows the system and the other pages of this server. */
export function followTheme() {
  DARK.addEventListener('change', () => document.dispatchEvent(new Event('themechange')));
  addEventListener('storage', event => {
    if (event.key === THEME_KEY && ['light', 'dark'].includes(event.newValue)) {
      useTheme(event.newValue); // switched in another page of this server, which may hold this one
    }
  });
  if (['light', 'dark'].includes(storedText(THEME_KEY))) {
    useTheme(storedText(THEME_KEY));
  }
}
