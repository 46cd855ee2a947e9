package id.tixgo.report.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.config.ServiceToken;
import id.tixgo.common.money.Money;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.common.upstream.UpstreamResponses;
import id.tixgo.report.domain.ReportAccess;
import id.tixgo.report.domain.ReportedStatus;
import id.tixgo.report.domain.ReportedTransfer;
import id.tixgo.report.domain.TransferSource;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpResponse;
import java.math.BigDecimal;
import java.time.Instant;

/** Asks Wallet for transfers, as a service of the house. */
public final class WalletTransfers implements TransferSource {
  private static final String CURRENCY = "IDR";

  private final UpstreamClient wallet;
  private final HttpConfig config;

  private record TransactionBody(
      long id,
      long senderId,
      long receiverId,
      BigDecimal amount,
      String status,
      Instant createdAt) {
    ReportedTransfer transfer() {
      Money money = Money.of(amount, CURRENCY).orElseThrow(WalletTransfers::unreadable);
      return new ReportedTransfer(
          id, senderId, receiverId, money, ReportedStatus.of(status), createdAt, createdAt);
    }
  }

  public WalletTransfers(UpstreamClient wallet, HttpConfig config) {
    this.wallet = requireNonNull(wallet);
    this.config = requireNonNull(config);
  }

  @Override
  public Future<ReportedTransfer> transfer(long id, RequestScope scope) {
    return wallet
        .send(
            wallet
                .request(HttpMethod.GET, "/transactions/" + id)
                .putHeader(ServiceToken.HEADER, config.serviceToken().secret()),
            Buffer.buffer(),
            scope)
        .map(WalletTransfers::read);
  }

  private static ReportedTransfer read(HttpResponse<Buffer> answer) {
    if (answer.statusCode() == 404) {
      throw ReportAccess.transferNotFound();
    }
    return UpstreamResponses.read(answer, TransactionBody.class).transfer();
  }

  private static Problem unreadable() {
    return Problem.of(ProblemKind.UPSTREAM_UNREACHABLE, "Wallet answered what can't be read.");
  }
}
