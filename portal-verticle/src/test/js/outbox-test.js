import { same } from './check.js';
import { door, refusal, unsure } from './api.js';
import { find, forgetUnfit, put, retryUnfit, upload, waiting } from './outbox.js';

const scan = (n, more = {}) => ({
  nonce: `n${n}`, event_id: 'e', ticket_id: `T${n}`, device_id: 'd', gate: 'A', direction: 'in',
  scanned_at: new Date(Date.UTC(2026, 0, 1, 10, 0, n)).toISOString(), waits: true, ...more,
});

/** The service takes all but the tickets that are named `bad`. */
function serve() {
  const batches = [];
  door.batch = async (body) => {
    batches.push(body);
    if (body.scans.some((one) => one.ticket_id === 'bad')) throw refusal(422, 'VALIDATION_ERROR');
    return { results: body.scans.map(({ nonce }) => ({ nonce, status: 'checked_in', record: {} })) };
  };
  return batches;
}

export async function whatWaitsShouldGoOldestFirstInBatches() {
  const batches = serve();
  for (let n = 700; n > 0; n -= 1) await put(scan(n));
  const told = [];
  await upload((one, result) => told.push([one.nonce, result.status]));
  same([500, 200], batches.map(({ scans }) => scans.length));
  same('n1', batches[0].scans[0].nonce);
  same('n700', batches[1].scans[199].nonce);
  same(['n700', 'checked_in'], told[699]);
  same({ waits: 0, unfit: 0, undecided: [] }, await waiting());
}

export async function oneThatIsNotReadShouldNotKeepTheOthersBack() {
  serve();
  for (let n = 1; n <= 5; n += 1) await put(scan(n, n === 3 ? { ticket_id: 'bad' } : {}));
  await upload(() => {});
  same({ waits: 0, unfit: 1, undecided: [] }, await waiting());
  same('VALIDATION_ERROR', (await find('n3')).refused);
}

export async function noAnswerShouldLeaveAllThatWaits() {
  door.batch = async () => { throw unsure(); };
  await put(scan(1));
  const failure = await upload(() => {}).then(() => null, (error) => error);
  same(true, failure.isUnsure);
  same({ waits: 1, unfit: 0, undecided: [] }, await waiting());
}

export async function aRefusalOfThePersonShouldLeaveAllThatWaits() {
  door.batch = async () => { throw refusal(403, 'FORBIDDEN'); };
  await put(scan(1));
  same('FORBIDDEN', await upload(() => {}).then(() => null, (error) => error.code));
  same(1, (await waiting()).waits);
}

export async function whatTheServiceHasNoRecordOfShouldBeSetAside() {
  door.batch = async ({ scans }) => ({ results: scans.map(({ nonce }) => ({ nonce, status: 'invalid', code: 'VALIDATION_ERROR' })) });
  await put(scan(1));
  await upload(() => {});
  same({ waits: 0, unfit: 1, undecided: [] }, await waiting());
  await retryUnfit();
  same({ waits: 1, unfit: 0, undecided: [] }, await waiting());
  await upload(() => {});
  await forgetUnfit();
  same({ waits: 0, unfit: 0, undecided: [] }, await waiting());
}

export async function eachDeviceShouldHaveBatchesOfItsOwn() {
  const batches = serve();
  await put(scan(1));
  await put(scan(2, { device_id: 'other' }));
  await put(scan(3));
  await upload(() => {});
  same([['d', 2], ['other', 1]], batches.map(({ device_id, scans }) => [device_id, scans.length]));
}

export async function whatIsOnItsWayOrUndecidedShouldNotBeSent() {
  const batches = serve();
  await put(scan(1, { waits: false, scanned_at: new Date().toISOString() }));
  await put(scan(2, { undecided: true }));
  await upload(() => {});
  same(0, batches.length);
  await put(scan(1, { waits: false }));
  await upload(() => {});
  same(['n1'], batches[0].scans.map(({ nonce }) => nonce));
  same(['n2'], (await waiting()).undecided.map(({ nonce }) => nonce));
}

export async function aBatchShouldSayWhenItWasSentAndWhyItsScansWereTurnedAway() {
  const batches = serve();
  await put(scan(1, { code: 'WRONG_GATE' }));
  await upload(() => {});
  same(true, Math.abs(Date.now() - new Date(batches[0].sent_at)) < 60000);
  same('WRONG_GATE', batches[0].scans[0].code);
  same(undefined, batches[0].scans[0].waits);
}
