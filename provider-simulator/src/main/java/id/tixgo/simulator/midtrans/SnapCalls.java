package id.tixgo.simulator.midtrans;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.gateway.Move;
import id.tixgo.simulator.gateway.MoveDetails;
import id.tixgo.simulator.gateway.WireCall;
import id.tixgo.simulator.gateway.WireReply;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Snap: makes pay pages. */
final class SnapCalls {
  static final String PAGES = "/snap/v3/redirection/";

  private final MidtransDesk desk;
  private final MidtransBank bank;

  SnapCalls(MidtransDesk desk, MidtransBank bank) {
    this.desk = requireNonNull(desk);
    this.bank = requireNonNull(bank);
  }

  /** {@code POST /snap/v1/transactions}. */
  WireReply create(WireCall call) {
    SnapOrder page = page(call, call.json());
    desk.book().add(page);
    if (desk.stage().switches().isAutoPay()) {
      bank.move(page.terms().orderId(), Move.PAY, MoveDetails.NONE);
    }
    return WireReply.json(
        201,
        new JsonObject()
            .put("token", page.token())
            .put("redirect_url", call.baseUrl() + PAGES + page.token()));
  }

  private SnapOrder page(WireCall call, JsonObject body) {
    List<String> wrong = TermsRules.check(body);
    if (!wrong.isEmpty()) {
      throw SnapStyle.invalid(wrong);
    }
    SnapTerms terms = TermsReader.read(call, body, desk.usualUrl());
    call.isAbout(terms.orderId());
    if (desk.book().isTaken(terms.orderId())) {
      throw SnapStyle.invalid(List.of("transaction_details.order_id has already been taken"));
    }
    try {
      return page(terms, body);
    } catch (IllegalArgumentException e) {
      throw SnapStyle.invalid(List.of(e.getMessage()));
    }
  }

  private SnapOrder page(SnapTerms terms, JsonObject body) {
    Instant until = end(body.getJsonObject("expiry")).orElse(desk.now().plus(MidtransExpiry.USUAL));
    String finish = body.getJsonObject("callbacks", new JsonObject()).getString("finish", "");
    SnapOrder page =
        new SnapOrder(UUID.randomUUID().toString(), terms, until, finish, methods(body));
    Instant closed = end(body.getJsonObject("page_expiry")).orElse(until);
    desk.stage().agenda().at(closed, () -> desk.book().close(page));
    return page;
  }

  private Optional<Instant> end(JsonObject expiry) {
    return MidtransExpiry.end(expiry, "start_time", "duration", desk.now());
  }

  private static List<SnapMethod> methods(JsonObject body) {
    JsonArray enabled = body.getJsonArray("enabled_payments", new JsonArray());
    List<SnapMethod> methods =
        enabled.stream()
            .map(String.class::cast)
            .flatMap(word -> SnapMethod.ofSnap(word).stream())
            .distinct()
            .toList();
    return methods.isEmpty() ? Stream.of(SnapMethod.values()).toList() : methods;
  }
}
