package id.tixgo.report.domain;

import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Keeps what is known of users' money. What readers see is stored. */
public interface UserReports {
  /** A transfer that is known, shown or not. */
  Optional<ReportedTransfer> transfer(long id);

  /** Keeps a transfer that no feed has told of yet; completes with what is known of it now. */
  Future<ReportedTransfer> keep(ReportedTransfer transfer);

  /** A user's transfers that are shown, in the order of their numbers; not on the event loop. */
  Future<List<ReportedTransfer>> transfers(long userId);

  /** What a user's money adds up to, at one moment. */
  Future<UserSummary> summary(long userId);
}
