package id.tixgo.report.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import id.tixgo.common.http.WhoAsks;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.report.domain.ReportAccess;
import id.tixgo.report.domain.ReportedTransfer;
import id.tixgo.report.domain.TransferSource;
import id.tixgo.report.domain.UserReports;
import id.tixgo.report.domain.UserSummary;
import io.vertx.core.Future;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** {@code /reports} and {@code /summaries} of users' money. */
public final class UserReportsHandler {
  private static final int FIRST_PAGE = 1;
  private static final int USUAL_PAGE = 50;

  private final UserReports reports;
  private final TransferSource wallet;

  private record NewBody(long userId, long transactionId) {}

  private record MadeJson(
      long id, long userId, long transactionId, String status, Instant createdAt) {}

  private record ReportJson(
      long id, long transactionId, BigDecimal amount, String status, Instant createdAt) {
    static ReportJson of(ReportedTransfer transfer, long userId) {
      return new ReportJson(
          transfer.reportId(userId),
          transfer.id(),
          transfer.amount().major(),
          transfer.status().json(),
          transfer.createdAt());
    }
  }

  private record PageJson(
      long userId, int page, int perPage, int total, List<ReportJson> reports) {}

  /**
   * @param lastTransaction null when there was none
   */
  private record SummaryJson(
      long userId,
      int totalTransactions,
      BigDecimal totalSpent,
      BigDecimal totalReceived,
      BigDecimal totalTopup,
      Instant lastTransaction) {
    static SummaryJson of(UserSummary summary) {
      return new SummaryJson(
          summary.userId(),
          summary.transactions(),
          summary.spent().major(),
          summary.received().major(),
          summary.toppedUp().major(),
          summary.last().orElse(null));
    }
  }

  public UserReportsHandler(UserReports reports, TransferSource wallet) {
    this.reports = requireNonNull(reports);
    this.wallet = requireNonNull(wallet);
  }

  public void register(Api api) {
    api.on("createReport", this::make);
    api.on("listUserReports", this::list);
    api.on("getUserSummary", this::summary);
  }

  /** Reports are made as transfers are told of; one that isn't told of yet is asked for. */
  private Future<Reply> make(Call call) {
    NewBody body = call.body(NewBody.class);
    ReportAccess.expectSees(WhoAsks.of(call), body.userId());
    return reports
        .transfer(body.transactionId())
        .map(Future::succeededFuture)
        .orElseGet(() -> ask(body, call.scope()))
        .map(transfer -> ReportAccess.expectConcerned(transfer, body.userId()))
        .map(transfer -> made(transfer, body.userId()));
  }

  private Future<ReportedTransfer> ask(NewBody body, RequestScope scope) {
    return wallet
        .transfer(body.transactionId(), scope)
        .map(transfer -> ReportAccess.expectConcerned(transfer, body.userId()))
        .compose(reports::keep);
  }

  private static Reply made(ReportedTransfer transfer, long userId) {
    return Reply.json(
        201,
        new MadeJson(
            transfer.reportId(userId), userId, transfer.id(), "generated", transfer.createdAt()));
  }

  private Future<Reply> list(Call call) {
    long userId = userId(call);
    ReportAccess.expectSees(WhoAsks.of(call), userId);
    return reports.transfers(userId).map(all -> Reply.json(200, page(call, userId, all)));
  }

  private static PageJson page(Call call, long userId, List<ReportedTransfer> all) {
    int page = number(call, "page", FIRST_PAGE);
    int perPage = number(call, "per_page", USUAL_PAGE);
    List<ReportJson> shown =
        all.stream()
            .skip((page - 1L) * perPage)
            .limit(perPage)
            .map(transfer -> ReportJson.of(transfer, userId))
            .toList();
    return new PageJson(userId, page, perPage, all.size(), shown);
  }

  private static int number(Call call, String name, int usual) {
    return call.query(name).map(Integer::parseInt).orElse(usual);
  }

  private Future<Reply> summary(Call call) {
    long userId = userId(call);
    ReportAccess.expectSees(WhoAsks.of(call), userId);
    return reports.summary(userId).map(found -> Reply.json(200, SummaryJson.of(found)));
  }

  private static long userId(Call call) {
    return Long.parseLong(call.path("user_id"));
  }
}
