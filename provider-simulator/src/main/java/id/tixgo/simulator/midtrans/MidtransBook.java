package id.tixgo.simulator.midtrans;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All orders and their attempts. Of one event loop. */
final class MidtransBook {
  private final Map<String, SnapOrder> orderIdToPage = new HashMap<>();
  private final Map<String, SnapOrder> tokenToPage = new HashMap<>();
  private final Map<String, CoreTransaction> idToTransaction = new HashMap<>();
  private final Map<String, CoreTransaction> orderIdToLatest = new HashMap<>();
  private final Map<String, String> refundKeyToId = new HashMap<>();
  private final Set<String> closedTokens = new HashSet<>();

  /** An order id is taken for ever, unless its payment has expired. */
  boolean isTaken(String orderId) {
    CoreTransaction latest = orderIdToLatest.get(orderId);
    return latest == null ? orderIdToPage.containsKey(orderId) : !latest.is(CoreStatus.EXPIRE);
  }

  void add(SnapOrder page) {
    Optional.ofNullable(orderIdToPage.put(page.terms().orderId(), page))
        .ifPresent(former -> tokenToPage.remove(former.token()));
    orderIdToLatest.remove(page.terms().orderId());
    tokenToPage.put(page.token(), page);
  }

  void add(CoreTransaction transaction) {
    idToTransaction.put(transaction.id(), transaction);
    orderIdToLatest.put(transaction.terms().orderId(), transaction);
  }

  Optional<SnapOrder> page(String orderId) {
    return Optional.ofNullable(orderIdToPage.get(orderId));
  }

  Optional<SnapOrder> pageOfToken(String token) {
    return Optional.ofNullable(tokenToPage.get(token));
  }

  /** By its own id, or the latest of an order. */
  Optional<CoreTransaction> transaction(String reference) {
    CoreTransaction own = idToTransaction.get(reference);
    return Optional.ofNullable(own == null ? orderIdToLatest.get(reference) : own);
  }

  /** On this page nothing can be chosen any more. */
  void close(SnapOrder page) {
    closedTokens.add(page.token());
  }

  boolean isClosed(SnapOrder page) {
    return closedTokens.contains(page.token());
  }

  /** The id of the transaction that a refund's key was used for. */
  Optional<String> userOf(String refundKey) {
    return Optional.ofNullable(refundKeyToId.get(refundKey));
  }

  void use(String refundKey, CoreTransaction transaction) {
    refundKeyToId.put(refundKey, transaction.id());
  }

  void reset() {
    orderIdToPage.clear();
    tokenToPage.clear();
    idToTransaction.clear();
    orderIdToLatest.clear();
    refundKeyToId.clear();
    closedTokens.clear();
  }
}
