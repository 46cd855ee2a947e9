package id.tixgo.simulator.digiflazz;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.gateway.Stage;
import id.tixgo.simulator.gateway.WireCall;
import id.tixgo.simulator.gateway.WireRefusal;
import id.tixgo.simulator.gateway.WireReply;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Digiflazz's wire, of a buyer. */
final class DigiflazzCalls {
  private static final Duration BETWEEN_LISTS = Duration.ofMinutes(5);
  private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
  private static final String PRODUCT_MISSING = "43";
  private static final String NOT_FOUND = "50";
  private static final String NOT_FOUND_WORDS = "Transaksi Tidak Ditemukan";

  private final Stage stage;
  private final DigiflazzAccount account;
  private final DigiflazzBook book;
  private final Map<Boolean, Instant> billsToAllowed = new HashMap<>();

  DigiflazzCalls(Stage stage, DigiflazzAccount account, DigiflazzBook book) {
    this.stage = requireNonNull(stage);
    this.account = requireNonNull(account);
    this.book = requireNonNull(book);
  }

  WireReply balance(WireCall call) {
    signed(call, "depo");
    return DigiflazzStyle.data(new JsonObject().put("deposit", book.balance()), "");
  }

  /** Each of the two lists once in five minutes. */
  WireReply prices(WireCall call) {
    boolean bills = text(signed(call, "pricelist"), "cmd").equals("pasca");
    Instant now = stage.agenda().now();
    if (!now.isBefore(Optional.ofNullable(billsToAllowed.get(bills)).orElse(now))) {
      billsToAllowed.put(bills, now.plus(BETWEEN_LISTS));
      return DigiflazzStyle.data(products(bills), "");
    }
    throw refusal("83", "Anda telah mencapai limitasi pengecekan pricelist");
  }

  private JsonArray products(boolean bills) {
    long imposed = stage.switches().feeImposition();
    JsonArray products = new JsonArray();
    DigiflazzProduct.ALL.stream()
        .filter(product -> product.isBill() == bills)
        .forEach(product -> products.add(product.toJson(imposed)));
    return products;
  }

  WireReply transaction(WireCall call) {
    String refId = refId(call.json());
    call.isAbout(refId);
    JsonObject asked = signed(call, refId);
    if (refId.isEmpty()) {
      throw malformed();
    }
    DigiflazzTransaction transaction =
        switch (text(asked, "commands")) {
          case "" -> buy(asked);
          case "inq-pasca" -> inquire(asked);
          case "pay-pasca" -> pay(asked);
          case "status-pasca" -> own(asked).orElseThrow(DigiflazzCalls::notFound);
          default -> throw malformed();
        };
    return DigiflazzStyle.data(transaction.toJson(book.balance()), transaction.status().rc());
  }

  /** The same again is a question after it. */
  private DigiflazzTransaction buy(JsonObject asked) {
    return own(asked).orElseGet(() -> bought(asked));
  }

  private DigiflazzTransaction bought(JsonObject asked) {
    DigiflazzTransaction made = made(asked, false);
    if (made.price() > Optional.ofNullable(asked.getLong("max_price")).orElse(Long.MAX_VALUE)) {
      throw refused(asked, "69", "Harga Seller Lebih Besar Dari Max Price");
    }
    return begun(made, asked);
  }

  private DigiflazzTransaction inquire(JsonObject asked) {
    DigiflazzTransaction made = own(asked).orElseGet(() -> made(asked, true));
    if (DigiflazzFate.of(made.customerNo()) == DigiflazzFate.INQUIRY_FAILS) {
      throw refused(asked, "60", "Tagihan Belum Tersedia");
    }
    book.keep(made);
    return made;
  }

  /** On the day of the inquiry alone; the same again is a question after it. */
  private DigiflazzTransaction pay(JsonObject asked) {
    DigiflazzTransaction inquired = own(asked).orElseThrow(DigiflazzCalls::notFound);
    if (inquired.status() != DigiflazzStatus.INQUIRED) {
      return inquired;
    }
    if (!inquired.day().equals(today())) {
      throw notFound();
    }
    return begun(inquired, asked);
  }

  private DigiflazzTransaction begun(DigiflazzTransaction transaction, JsonObject asked) {
    if (transaction.price() > book.balance()) {
      throw refused(asked, "44", "Saldo tidak cukup");
    }
    book.begin(transaction);
    return transaction;
  }

  /** What is known by this name; fails when it is something else. */
  private Optional<DigiflazzTransaction> own(JsonObject asked) {
    Optional<DigiflazzTransaction> known = book.find(refId(asked));
    if (known.filter(one -> !one.isFor(sku(asked), number(asked))).isPresent()) {
      throw refused(asked, "49", "Ref ID tidak unik");
    }
    return known;
  }

  private DigiflazzTransaction made(JsonObject asked, boolean bill) {
    DigiflazzProduct product =
        DigiflazzProduct.of(sku(asked))
            .filter(one -> one.isBill() == bill)
            .orElseThrow(() -> refused(asked, PRODUCT_MISSING, "SKU tidak di temukan"));
    return new DigiflazzTransaction(
        refId(asked), product, number(asked), stage.switches().feeImposition(), today());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(stage.agenda().now(), ZONE);
  }

  private JsonObject signed(WireCall call, String about) {
    JsonObject body = call.json();
    if (!account.username().equals(body.getString("username"))
        || !account.sign(about).equals(body.getString("sign"))) {
      throw refusal("41", "Signature tidak valid");
    }
    return body;
  }

  private static String refId(JsonObject asked) {
    return text(asked, "ref_id");
  }

  private static String sku(JsonObject asked) {
    return text(asked, "buyer_sku_code");
  }

  private static String number(JsonObject asked) {
    return text(asked, "customer_no");
  }

  /** One that is null is one that isn't there. */
  private static String text(JsonObject asked, String name) {
    return Optional.ofNullable(asked.getString(name)).orElse("");
  }

  private static WireRefusal malformed() {
    return refusal("40", "Payload Error");
  }

  private static WireRefusal notFound() {
    return refusal(NOT_FOUND, NOT_FOUND_WORDS);
  }

  private static WireRefusal refusal(String rc, String message) {
    return new WireRefusal(DigiflazzStyle.refused(rc, message));
  }

  /** No transaction was formed: the name may be used again. */
  private static WireRefusal refused(JsonObject asked, String rc, String message) {
    JsonObject data =
        new JsonObject()
            .put("ref_id", refId(asked))
            .put("customer_no", number(asked))
            .put("buyer_sku_code", sku(asked))
            .put("message", message)
            .put("status", DigiflazzStatus.FAILED.word())
            .put("rc", rc)
            .put("sn", "")
            .put("price", 0);
    return new WireRefusal(DigiflazzStyle.data(data, rc));
  }

  void reset() {
    billsToAllowed.clear();
  }
}
