import { byId } from '../../report/html/dom.js';
import { visible } from '../../report/html/text.js';
import { followTheme, themeSwitch } from '../../report/html/theme.js';
import { endpoint } from './endpoint.js';
import { forgetRefusal, Listing } from './listing.js';
import { ResultPanel } from './panel.js';
import { ProfileForm } from './profile.js';
import { Recording } from './recording.js';

/** Puts the page together. */
function startConsole(settings) {
  followTheme();
  byId('service').textContent = visible(settings.service);
  byId('coverage').href = endpoint.coverage();
  byId('switch').append(themeSwitch());
  const panel = new ResultPanel(id => listing.list.mark(id), id => listing.list.titleOf(id));
  const listing = new Listing(settings.readOnly, panel);
  const show = result => {
    forgetRefusal();
    panel.show(result);
    listing.refresh();
  };
  new ProfileForm(settings, show);
  if (settings.recordable) {
    new Recording(show);
  }
  panel.followAddress();
  listing.refresh();
}

startConsole(JSON.parse(byId('data').textContent));
