// Where an event takes place, as one value of a form: `1/101` a room, `1` a venue without a room, nothing where neither is named.

export const placeOf = (event) => [event?.venue_id, event?.room_id].filter(Boolean).join('/');

/** What that value means to Event. */
export function numbersOf(place) {
  const [venue, room] = place.split('/').map(Number);
  return { venue_id: venue || null, room_id: room || null };
}

/** `{venue, room}` of that value; undefined what isn't there. */
export function roomIn(venues, place) {
  const { venue_id: id, room_id: roomId } = numbersOf(place);
  const venue = venues.find((one) => one.id === id);
  return { venue, room: venue?.rooms.find((one) => one.id === roomId) };
}
