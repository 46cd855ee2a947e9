package id.tixgo.simulator.digiflazz;

import static java.util.Objects.requireNonNull;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * Something that Digiflazz sells.
 *
 * @param price what the merchant pays; of a bill, for the bill alone
 * @param admin on top of a bill; 0 where it is no bill
 */
record DigiflazzProduct(
    String sku, String name, String category, String brand, long price, long admin) {
  private static final String TOKENS = "PLN";
  private static final String PASCA = "Pascabayar";

  static final List<DigiflazzProduct> ALL =
      List.of(
          new DigiflazzProduct("xld10", "XL 10.000", "Pulsa", "XL", 10_850, 0),
          new DigiflazzProduct("tsel25", "Telkomsel 25.000", "Pulsa", "TELKOMSEL", 24_950, 0),
          new DigiflazzProduct("isatdata5", "Indosat 5 GB", "Data", "INDOSAT", 31_200, 0),
          new DigiflazzProduct("dana50", "DANA 50.000", "E-Money", "DANA", 50_100, 0),
          new DigiflazzProduct("pln20", "PLN 20.000", TOKENS, TOKENS, 20_025, 0),
          new DigiflazzProduct("pln1000", "PLN 1.000.000", TOKENS, TOKENS, 1_000_025, 0),
          new DigiflazzProduct("pln", "PLN Pascabayar", PASCA, "PLN PASCABAYAR", 97_500, 2_500),
          new DigiflazzProduct("pdam", "PDAM Batam", PASCA, "PDAM", 68_000, 2_000));

  DigiflazzProduct {
    requireNonNull(sku);
    requireNonNull(name);
    requireNonNull(category);
    requireNonNull(brand);
  }

  static Optional<DigiflazzProduct> of(String sku) {
    return ALL.stream().filter(one -> one.sku.equals(sku)).findFirst();
  }

  boolean isBill() {
    return category.equals(PASCA);
  }

  boolean isToken() {
    return category.equals(TOKENS);
  }

  /**
   * As it stands in the price list.
   *
   * @param imposed what all cost more than usual
   */
  JsonObject toJson(long imposed) {
    JsonObject json =
        new JsonObject()
            .put("product_name", name)
            .put("category", category)
            .put("brand", brand)
            .put("seller_name", "TixGo Simulator")
            .put("buyer_sku_code", sku)
            .put("buyer_product_status", true)
            .put("seller_product_status", true)
            .put("desc", "-");
    return isBill()
        ? json.put("admin", admin).put("commission", 1_000)
        : json.put("type", "Umum")
            .put("price", price + imposed)
            .put("unlimited_stock", true)
            .put("stock", 0)
            .put("multi", true)
            .put("start_cut_off", "0:0")
            .put("end_cut_off", "0:0");
  }
}
