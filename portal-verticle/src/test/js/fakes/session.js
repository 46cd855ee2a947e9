// Who is logged in.
export const session = { token: 'a.b.c', ended: null };
export const claims = () => ({ sub: 'siti' });
export const onSession = () => {};
