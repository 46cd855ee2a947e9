// Drawn signs: no font has to have them, and no reader reads them out.
import { html } from 'lit';

const PATHS = {
  go: 'M4 13l5 5L20 7',
  in: 'M14 4h5v16h-5M3 12h10M9 8l4 4-4 4',
  out: 'M10 4H5v16h5M9 12h11M16 8l4 4-4 4',
  stop: 'M6 6l12 12M18 6L6 18',
  unsure: 'M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .6-1.5 1.2-1.5 2.3M12 18.5v.5',
  ALREADY_CHECKED_IN: 'M4 12a8 8 0 0 1 14-5.3L20 9M20 4v5h-5M20 12a8 8 0 0 1-14 5.3L4 15M4 20v-5h5',
  UNKNOWN_TICKET: 'M4 7h16v3.2a2 2 0 0 0 0 3.6V17H4v-3.2a2 2 0 0 0 0-3.6zM9.5 10l5 4.5M14.5 10l-5 4.5',
  TICKET_REVOKED: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM6.5 6.5l11 11',
  WRONG_GATE: 'M12 21V3M12 5h6l2.5 2.5L18 10h-6M12 12H6l-2.5 2.5L6 17h6',
  EVENT_FULL:
    'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 19c0-3.5 2.5-5.5 5.5-5.5s5.5 2 5.5 5.5M16 11a3 3 0 1 0-1.5-5.6M16.5 13.6c3 .3 5 2.2 5 5.4',
  NOT_INSIDE: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v5M12 16v.5',
  DOORS_CLOSED: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.5l3 2',
  camera: 'M4 8h3l2-3h6l2 3h3v11H4zM12 10a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z',
  turn: 'M4 9h14M14 5l4 4-4 4M20 16H6M10 12l-4 4 4 4',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5',
  menu: 'M4 7h16M4 12h16M4 17h16',
};

/** The sign of that name; of the whole kind where it has none of its own. */
export const icon = (name, kind = 'stop') =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${PATHS[name] ?? PATHS[kind]}></path></svg>`;
