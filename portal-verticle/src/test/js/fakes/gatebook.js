// What a door keeps of its event.
export const asked = { passages: 0, lists: [] };
export const syncPassages = async () => { asked.passages += 1; return 'v1'; };
export const syncList = async (eventId, version) => { asked.lists.push(version); };
export const listed = async () => ({ size: 2 });
export const holderOf = async () => 'Siti';
