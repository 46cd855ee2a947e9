// What stands in the way of something that was refused: which events, when, how many; in words.
import { events } from './api.js';
import { date, number } from './format.js';
import { t } from './i18n.js';

const MOST = 5;

/** For `catch`: the same error, with words of its own and lines; times are those of the place's zone. */
export const explained = (timeZone) => async (error) => {
  const { taken, events: ids, sold, held } = error.problem ?? {};
  if (taken) await tellSlots(error, taken.slice(0, MOST), timeZone);
  if (ids) await tellEvents(error, ids.slice(0, MOST));
  if (sold !== undefined) tellPlaces(error, sold, held);
  throw error;
};

async function tellSlots(error, taken, timeZone) {
  if (error.code === 'IN_USE') error.key = 'venue.inUse';
  error.lines = await Promise.all(taken.map(async (slot) => `${await nameOf(slot)}: ${times(slot, timeZone)}`));
}

async function tellEvents(error, ids) {
  error.key = 'room.tooSmall';
  error.lines = await Promise.all(ids.map(titleOf));
}

function tellPlaces(error, sold, held) {
  error.key = error.code === 'IN_USE' ? 'type.inUse' : 'type.belowSold';
  error.values = { sold: number(sold), held: number(held), n: number(sold + held) };
}

const nameOf = (slot) => (slot.kind === 'event' ? titleOf(slot.event_id) : (slot.reason ?? t('room.block')));

/** Its id where Event can't be asked, or the reader may not know. */
const titleOf = (id) =>
  events.get(id).then(
    (event) => event.title,
    () => id,
  );

/** From when to when, the day once. */
export const times = ({ start_time: start, end_time: end }, timeZone) => `${date(start, timeZone)} – ${date(end, timeZone)}`;
