package id.tixgo.payment.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.payment.domain.Notice;
import id.tixgo.payment.domain.Notices;
import id.tixgo.payment.domain.NotificationReader;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /webhooks/payment}: what gateways send by themselves. */
public final class WebhooksHandler {
  private static final Logger LOG = LoggerFactory.getLogger(WebhooksHandler.class);
  private static final int LONGEST = 64 * 1024;
  private static final Reply TAKEN = Reply.json(200, Map.of("status", "ok"));

  private final List<NotificationReader> readers;
  private final Notices notices;

  WebhooksHandler(List<NotificationReader> readers, Notices notices) {
    this.readers = List.copyOf(readers);
    this.notices = requireNonNull(notices);
  }

  void register(Api api) {
    api.upload("paymentWebhook", LONGEST, (call, type, body) -> take(call, any(call, body), body));
    api.upload("gatewayWebhook", LONGEST, (call, type, body) -> take(call, named(call), body));
  }

  private Optional<NotificationReader> any(Call call, Buffer body) {
    return readers.stream().filter(r -> r.isMeant(call.request().headers(), body)).findFirst();
  }

  private Optional<NotificationReader> named(Call call) {
    String gateway = call.path("gateway");
    return readers.stream().filter(reader -> reader.gateway().equals(gateway)).findFirst();
  }

  private Future<Reply> take(Call call, Optional<NotificationReader> reader, Buffer body) {
    NotificationReader known = reader.orElseThrow(WebhooksHandler::noGateway);
    Notice notice = known.read(call.request().headers(), body);
    if (notice instanceof Notice.About about) {
      return notices.take(known.gateway(), about).map(TAKEN);
    }
    throw refusal(known.gateway(), notice, call);
  }

  /** The body isn't told: whoever forges may write what he likes into the log. */
  private static Problem refusal(String gateway, Notice notice, Call call) {
    if (notice instanceof Notice.Unreadable unreadable) {
      LOG.warn("a notification of {} can't be read: {}", gateway, unreadable.why());
      return Problem.of(ProblemKind.VALIDATION_ERROR, unreadable.why());
    }
    LOG.warn("a notification of {} is forged; request {}", gateway, call.scope().requestId());
    return Problem.of(ProblemKind.FORBIDDEN, "FORGED", "The signature isn't the gateway's.");
  }

  private static Problem noGateway() {
    return Problem.of(
        ProblemKind.NOT_FOUND, "UNKNOWN_GATEWAY", "No gateway that is set up sends that.");
  }
}
