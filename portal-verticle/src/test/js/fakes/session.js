// Who is logged in.
export const session = { token: 'a.b.c' };
