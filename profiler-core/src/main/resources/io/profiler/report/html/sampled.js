import { Looks } from './looks.js';
import { start } from './page.js';

start(trace => new Looks(trace));
