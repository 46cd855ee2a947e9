import { same } from './check.js';
import { numbersOf, placeOf, roomIn } from './places.js';

const hall = { id: 101, name: 'Hall', capacity: 300 };
const venues = [{ id: 1, name: 'Sabuga', rooms: [hall] }, { id: 2, name: 'Gasibu', rooms: [] }];

export function aPlaceShouldBeTheSameBothWays() {
  for (const event of [{ venue_id: 1, room_id: 101 }, { venue_id: 2, room_id: null }, { venue_id: null, room_id: null }]) {
    same(event, numbersOf(placeOf(event)));
  }
  same('', placeOf(undefined));
  same('', placeOf(null));
}

export function aRoomShouldBeFoundInItsVenueAlone() {
  same(hall, roomIn(venues, '1/101').room);
  same('Gasibu', roomIn(venues, '2').venue.name);
  same(undefined, roomIn(venues, '2/101').room);
  same({}, roomIn(venues, '3/301'));
  same({}, roomIn(venues, ''));
}
