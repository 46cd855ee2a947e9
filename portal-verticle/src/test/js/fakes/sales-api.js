// What is sold, as a test has it.
export const BOOKING = '7d1f0c9e-2b5a-4a3c-8f64-9b3f7a1d2e55';
export const TICKET = '7Q4M2ZK9W0XH3T5B';

const found = async (is, what) => {
  if (!is) throw Object.assign(new Error(), { status: 404, code: 'NOT_FOUND' });
  return what;
};

export const sales = {
  booking: (id) => found(id === BOOKING, { id }),
  ticket: (code) => found(code === TICKET, { booking_id: BOOKING }),
};
