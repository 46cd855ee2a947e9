// Calls to Wallet: what one has, top-ups, transfers.
import { json, page, query } from './api.js';
import { keyed, part } from './bookings-api.js';
import { session } from './session.js';

const WALLET = '/gateway/wallet';
const mine = (rest) => `${WALLET}/users/${part(session.user.id)}${rest}`;
const transfer = (id) => `${WALLET}/transactions/${part(id)}`;

export const wallet = {
  balance: () => json('GET', mine('/balance')),
  topUp: (body, key) => json('POST', mine('/topup'), keyed(body, key)),
  mine: (values) => page(`${WALLET}/transactions/user/${part(session.user.id)}${query(values)}`),
  all: (values) => page(`${WALLET}/transactions${query(values)}`),
  send: (body, key) => json('POST', `${WALLET}/transactions`, keyed(body, key)),
  decide: (id, status) => json('PUT', transfer(id), { body: { status } }),
  takeBack: (id) => json('DELETE', transfer(id)),
};
