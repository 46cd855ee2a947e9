package id.tixgo.simulator.digiflazz;

import static java.util.Objects.requireNonNull;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;

/** A transaction, or an inquiry that may become one. Of one event loop. */
final class DigiflazzTransaction {
  private static final String ONE_BILL = "530000000001";
  private static final String TWO_BILLS = "530000000002";

  private final String refId;
  private final DigiflazzProduct product;
  private final String customerNo;
  private final long price;
  private final LocalDate day;
  private DigiflazzStatus status = DigiflazzStatus.INQUIRED;
  private String sn = "";

  DigiflazzTransaction(
      String refId, DigiflazzProduct product, String customerNo, long imposed, LocalDate day) {
    this.refId = requireNonNull(refId);
    this.product = requireNonNull(product);
    this.customerNo = requireNonNull(customerNo);
    this.price = (product.price() + product.admin()) * bills(customerNo) + imposed;
    this.day = requireNonNull(day);
  }

  private static int bills(String customerNo) {
    return customerNo.equals(TWO_BILLS) ? 2 : 1;
  }

  String refId() {
    return refId;
  }

  DigiflazzProduct product() {
    return product;
  }

  String customerNo() {
    return customerNo;
  }

  long price() {
    return price;
  }

  LocalDate day() {
    return day;
  }

  DigiflazzStatus status() {
    return status;
  }

  boolean isFor(String sku, String number) {
    return product.sku().equals(sku) && customerNo.equals(number);
  }

  void becomes(DigiflazzStatus next, String newSn) {
    status = requireNonNull(next);
    sn = requireNonNull(newSn);
  }

  JsonObject toJson(long balance) {
    JsonObject json =
        new JsonObject()
            .put("ref_id", refId)
            .put("customer_no", customerNo)
            .put("buyer_sku_code", product.sku())
            .put("message", status.message())
            .put("status", status.word())
            .put("rc", status.rc())
            .put("sn", sn)
            .put("buyer_last_saldo", balance)
            .put("price", price);
    return product.isBill() ? json.mergeIn(bill()) : json;
  }

  private JsonObject bill() {
    JsonArray detail = new JsonArray();
    for (int month = 1; month <= bills(customerNo); month++) {
      detail.add(
          new JsonObject()
              .put("periode", "20260" + month)
              .put("nilai_tagihan", String.valueOf(product.price()))
              .put("admin", String.valueOf(product.admin()))
              .put("denda", "0"));
    }
    return new JsonObject()
        .put("customer_name", customerNo.equals(ONE_BILL) ? "BUDI SANTOSO" : "SITI AMINAH")
        .put("admin", product.admin() * detail.size())
        .put("periode", "202601")
        .put("selling_price", price + 1_000L * detail.size())
        .put("desc", new JsonObject().put("lembar_tagihan", detail.size()).put("detail", detail));
  }
}
