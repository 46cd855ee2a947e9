package id.tixgo.common.store.postgres;

/**
 * What services keep, as views for analysts. Each shows the newest entry of a thing. There is no
 * ticket's code in them, which opens doors, no name of a buyer and nothing secret.
 */
final class PostgresViews {
  /**
   * The character that JSON has and text in PostgreSQL has not; the entries are else as written.
   */
  private static final String ENTRY =
      "CASE WHEN strpos(e.entry::text, '\\u0000') = 0 THEN e.entry ELSE"
          + " regexp_replace(e.entry::text, '(?<!\\\\)((\\\\\\\\)*)\\\\u0000', '\\1', 'g')::json END";

  private static final String CHECKINS =
      """
      CREATE VIEW tixgo_checkins AS
      WITH taken_back AS MATERIALIZED (
        SELECT u.event_id, u.undone_seq AS seq
        FROM entries e CROSS JOIN LATERAL json_to_record(ENTRY)
          AS u (event_id text, undone_seq bigint)
        WHERE e.store = 'attendance' AND e.type = 'undo'
        UNION
        SELECT s.event_id, (s.offline->>'other')::bigint
        FROM entries e CROSS JOIN LATERAL json_to_record(ENTRY)
          AS s (event_id text, first boolean, offline json)
        WHERE e.store = 'attendance' AND e.type = 'scan' AND s.first AND s.offline IS NOT NULL
      )
      SELECT s.event_id, s.seq, md5(s.ticket_id) AS ticket, s.ticket_type, s.at, s.gate,
        s.device_id, s.staff_id, s.staff, s.direction, s.refusal,
        s.offline IS NOT NULL AS offline, s.first AND t.seq IS NULL AS counts
      FROM entries e CROSS JOIN LATERAL json_to_record(ENTRY)
        AS s (event_id text, seq bigint, ticket_id text, ticket_type text, at timestamptz,
          gate text, device_id text, staff_id bigint, staff text, direction text, refusal text,
          first boolean, offline json)
        LEFT JOIN taken_back t ON t.event_id = s.event_id AND t.seq = s.seq
      WHERE e.store = 'attendance' AND e.type = 'scan';
      """;

  /** With what only {@code tixgo_tickets} needs. */
  private static final String NEWEST_BOOKINGS =
      """
        SELECT DISTINCT ON (b.id) b.*
        FROM entries e CROSS JOIN LATERAL json_to_record(ENTRY)
          AS b (id text, number bigint, event_id text, buyer json, items json, total json,
            status text, created_at timestamptz, expires_at timestamptz, updated_at timestamptz,
            receipt json, tickets json, refunds json, voucher text)
        WHERE e.store = 'ticketing' AND e.type = 'booking'
        ORDER BY b.id, e.number DESC
      """;

  private static final String BOOKINGS =
      """
      CREATE VIEW tixgo_bookings AS
      SELECT b.id AS booking_id, b.number, b.event_id, (b.buyer->>'user_id')::bigint AS user_id,
        b.status, (SELECT coalesce(sum((i->>'quantity')::int), 0)
          FROM json_array_elements(b.items) AS i)::int AS quantity,
        (b.total->>'minor')::bigint AS total_minor, b.total->>'currency' AS currency,
        CASE WHEN b.status = 'REFUNDED' AND coalesce(json_array_length(b.refunds), 0) = 0
          THEN (b.total->>'minor')::bigint
          ELSE (SELECT coalesce(sum((r->'amount'->>'minor')::bigint), 0)
            FROM json_array_elements(coalesce(b.refunds, '[]'::json)) AS r)::bigint
        END AS refunded_minor,
        b.voucher IS NOT NULL AS by_voucher, b.receipt->>'method' AS payment_method,
        (b.receipt->>'payment_id')::bigint AS payment_id,
        (b.receipt->>'at')::timestamptz AS paid_at, b.created_at, b.expires_at, b.updated_at
      FROM (NEWEST_BOOKINGS) b;
      """;

  private static final String TICKETS =
      """
      CREATE VIEW tixgo_tickets AS
      SELECT md5(t.code) AS ticket, b.id AS booking_id, b.event_id, t.ticket_type_id,
        t.ticket_type, t.title, t.issued_at, t.revoked
      FROM (NEWEST_BOOKINGS) b
        CROSS JOIN LATERAL json_to_recordset(b.tickets)
          AS t (code text, ticket_type_id text, ticket_type text, title text,
            issued_at timestamptz, revoked boolean);
      """;

  /** An order's status follows from its money, as Payment has it. */
  private static final String ORDERS =
      """
      CREATE VIEW tixgo_orders AS
      SELECT o.id AS order_id, o.number, o.service_type, o.service_id, o.event_id, o.user_id,
        CASE
          WHEN o.paid_minor > 0 AND o.refunded_minor >= o.paid_minor THEN 'CANCELLED'
          WHEN o.paid_minor >= o.total_minor AND o.fulfilled THEN 'COMPLETED'
          WHEN o.paid_minor >= o.total_minor THEN 'PAID'
          WHEN o.ended THEN 'CANCELLED'
          WHEN o.begun THEN 'CONFIRMED'
          ELSE 'DRAFT'
        END AS status,
        o.quantity, o.total_minor, o.paid_minor, o.refunded_minor, o.currency, o.created_at,
        o.updated_at
      FROM (
        SELECT DISTINCT ON (r.id) r.id, r.number, r.offer->>'service_type' AS service_type,
          r.offer->>'service_id' AS service_id, r.offer->>'event_id' AS event_id,
          (r.offer->'payer'->>'user_id')::bigint AS user_id,
          (SELECT coalesce(sum((l->>'quantity')::int), 0)
            FROM json_array_elements(r.offer->'lines') AS l)::int AS quantity,
          (r.offer->'total'->>'minor')::bigint AS total_minor,
          r.offer->'total'->>'currency' AS currency,
          (r.paid->>'minor')::bigint AS paid_minor,
          (r.refunded->>'minor')::bigint AS refunded_minor, r.fulfilled,
          r."end" IS NOT NULL AS ended, r.transaction IS NOT NULL AS begun, r.created_at,
          r.updated_at
        FROM entries e CROSS JOIN LATERAL json_to_record(ENTRY)
          AS r (id bigint, number text, offer json, transaction json, paid json, refunded json,
            fulfilled boolean, "end" json, created_at timestamptz, updated_at timestamptz)
        WHERE e.store = 'payment' AND e.type = 'order'
        ORDER BY r.id, e.number DESC) o;
      """;

  private static final String PAYMENTS =
      """
      CREATE VIEW tixgo_payments AS
      SELECT DISTINCT ON (p.id) p.id AS payment_id, p.order_id, p.gateway, p.method, p.state,
        (p.amount->>'minor')::bigint AS amount_minor,
        (p.received->>'minor')::bigint AS received_minor, (p.fee->>'minor')::bigint AS fee_minor,
        (p.refunded->>'minor')::bigint AS refunded_minor, p.amount->>'currency' AS currency,
        p.counted AS counts, p.created_at, p.updated_at, p.paid_at
      FROM entries e CROSS JOIN LATERAL json_to_record(ENTRY)
        AS p (id bigint, order_id bigint, gateway text, method text, state text, amount json,
          received json, fee json, refunded json, counted boolean, created_at timestamptz,
          updated_at timestamptz, paid_at timestamptz)
      WHERE e.store = 'payment' AND e.type = 'payment'
      ORDER BY p.id, e.number DESC;
      """;

  /** Two rows a movement, whose sum is zero. */
  private static final String WALLET_POSTINGS =
      """
      CREATE VIEW tixgo_wallet_postings AS
      SELECT m.number, m.at, m.kind, side.account, side.amount_minor, 'IDR' AS currency,
        m.user_id, m.transfer_id
      FROM (
        SELECT r.*
        FROM entries e CROSS JOIN LATERAL json_to_record(ENTRY)
          AS r (number bigint, at timestamptz, kind text, "from" json, "to" json, minor bigint,
            user_id bigint, transfer_id bigint)
        WHERE e.store = 'wallet' AND e.type = 'movement') m
      CROSS JOIN LATERAL (VALUES (m."from"->>'name', -m.minor), (m."to"->>'name', m.minor))
        AS side (account, amount_minor)
      """;

  /** All of them. */
  static final String CREATE =
      (CHECKINS + BOOKINGS + TICKETS + ORDERS + PAYMENTS + WALLET_POSTINGS)
          .replace("NEWEST_BOOKINGS", NEWEST_BOOKINGS)
          .replace("ENTRY", ENTRY);

  private PostgresViews() {}
}
