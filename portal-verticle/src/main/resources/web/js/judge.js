// What a door says of a ticket by itself, from what it knew last.

/**
 * The refusal's code, or null to let it through.
 * `known` is `{listed, ticket, passage, rules}`; the same rules as the server's, but for capacity,
 * which one door alone can't know.
 */
export function judge(scan, { listed, ticket, passage, rules }, now = new Date()) {
  if (scan.direction === 'out') return exit(passage);
  if (listed && !ticket) return 'UNKNOWN_TICKET';
  if (ticket?.revoked) return 'TICKET_REVOKED';
  if (ticket?.gates.length && !ticket.gates.includes(scan.gate ?? '')) return 'WRONG_GATE';
  if (passage && (passage.inside || !rules?.reentry)) return 'ALREADY_CHECKED_IN';
  return areOpen(rules, now) ? null : 'DOORS_CLOSED';
}

function exit(passage) {
  if (!passage) return 'NOT_INSIDE';
  return passage.inside ? null : 'ALREADY_OUTSIDE';
}

function areOpen(rules, now) {
  const { opens_at: opens, closes_at: closes } = rules ?? {};
  return !(opens && now < new Date(opens)) && !(closes && now >= new Date(closes));
}
