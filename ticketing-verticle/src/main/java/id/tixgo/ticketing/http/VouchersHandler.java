package id.tixgo.ticketing.http;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.http.Page;
import id.tixgo.common.http.Reply;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.time.Timestamps;
import id.tixgo.ticketing.domain.CodeSource;
import id.tixgo.ticketing.domain.Sales;
import id.tixgo.ticketing.domain.Voucher;
import id.tixgo.ticketing.domain.Vouchers;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /vouchers} and {@code /vouchers/{code}}: for staff. */
public final class VouchersHandler {
  private static final String MAX_USES = "max_uses";
  private static final String FROM = "valid_from";
  private static final String UNTIL = "valid_until";

  private final Vouchers vouchers;
  private final Sales sales;
  private final KeyedRequests keyed;
  private final Clock clock;
  private final CodeSource codes = new CodeSource(new SecureRandom());

  public VouchersHandler(Vouchers vouchers, Sales sales, KeyedRequests keyed, Clock clock) {
    this.vouchers = requireNonNull(vouchers);
    this.sales = requireNonNull(sales);
    this.keyed = requireNonNull(keyed);
    this.clock = requireNonNull(clock);
  }

  public void register(Api api) {
    api.on("listVouchers", this::list);
    api.on("createVouchers", this::create);
    api.on("getVoucher", this::get);
    api.on("updateVoucher", this::update);
    api.on("deleteVoucher", this::delete);
  }

  private Future<Reply> list(Call call) {
    Optional<String> event = call.query("event_id");
    return sales.settle().map(settled -> page(call, event));
  }

  private Reply page(Call call, Optional<String> event) {
    List<Voucher> found =
        sales.vouchers().stream()
            .filter(voucher -> event.map(voucher.eventId()::equals).orElse(true))
            .toList();
    Page<Voucher> page = Page.of(found, Page.cursor(call), Page.limit(call));
    return page.describe(call, Reply.json(200, page.items().stream().map(this::json).toList()));
  }

  private Future<Reply> create(Call call) {
    VoucherBody body = call.body(VoucherBody.class);
    Instant now = Timestamps.now(clock);
    EventTimes times = EventTimes.of(sales, body.eventId());
    List<Voucher> wanted = codes(body).map(code -> body.voucher(code, times, now)).toList();
    return vouchers.create(wanted, keyed.once(call, this::created)).map(this::created);
  }

  /** The code that is asked for, or new ones. */
  private Stream<String> codes(VoucherBody body) {
    if (body.code() != null && body.count() != null) {
      throw Problem.invalid("body.count", "is for vouchers without a code of their own", "count");
    }
    String prefix = requireNonNullElse(body.prefix(), "").toUpperCase(Locale.ROOT);
    return body.code() != null
        ? Stream.of(body.code().toUpperCase(Locale.ROOT))
        : Stream.generate(() -> prefix + codes.next()).limit(requireNonNullElse(body.count(), 1));
  }

  private Reply created(List<Voucher> made) {
    return Reply.json(201, made.stream().map(this::json).toList());
  }

  private Future<Reply> get(Call call) {
    return sales.settle().map(settled -> Reply.resource(json(vouchers.find(code(call)))));
  }

  private Future<Reply> update(Call call) {
    JsonObject patch = call.body(JsonObject.class);
    return vouchers
        .change(code(call), voucher -> patched(voucher, patch))
        .map(voucher -> Reply.json(200, json(voucher)));
  }

  private Voucher patched(Voucher voucher, JsonObject patch) {
    EventTimes times = EventTimes.of(sales, voucher.eventId());
    return voucher.with(
        patch.getInteger(MAX_USES, voucher.maxUses()),
        patch.containsKey(FROM) ? times.body(FROM, patch.getString(FROM)) : voucher.validFrom(),
        patch.containsKey(UNTIL)
            ? times.body(UNTIL, patch.getString(UNTIL))
            : voucher.validUntil());
  }

  private Future<Reply> delete(Call call) {
    return vouchers.delete(code(call)).map(deleted -> Reply.noContent());
  }

  private static String code(Call call) {
    return call.path("code").toUpperCase(Locale.ROOT);
  }

  private VoucherJson json(Voucher voucher) {
    return VoucherJson.of(voucher, sales.usesOf(voucher.code()));
  }
}
