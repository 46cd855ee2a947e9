package id.tixgo.payment.domain;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.money.Money;

/**
 * One line of an order.
 *
 * @param id the selling service's: a ticket type's
 * @param price of one
 */
public record OrderLine(String id, String name, int quantity, Money price) {
  public OrderLine {
    requireNonNull(id);
    requireNonNull(name);
    requireNonNull(price);
  }
}
