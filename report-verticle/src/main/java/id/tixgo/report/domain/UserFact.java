package id.tixgo.report.domain;

import java.util.List;
import java.util.Optional;

/** A fact about users' money. */
public interface UserFact extends Fact {
  String FEED = "wallet";

  /** Identity's numbers of those whose money it is about. */
  List<Long> userIds();

  /** What it has done to a user's money; empty for nothing. */
  Optional<MoneyChange> change(long userId);

  /** Whether money has moved, so that it is an entry of the ledger. */
  default boolean moved() {
    return change(userIds().get(0)).isPresent();
  }

  @Override
  default String feed() {
    return FEED;
  }

  @Override
  default List<String> subjects() {
    return userIds().stream().map(UserFact::subject).toList();
  }

  /** What facts of a user are about. */
  static String subject(long userId) {
    return "user:" + userId;
  }
}
