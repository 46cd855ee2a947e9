package id.tixgo.notification.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.config.ServiceToken;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.scope.Deadline;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.notification.domain.Enclosure;
import id.tixgo.notification.domain.TicketFiles;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.client.HttpResponse;
import java.util.List;

/** Asks Ticketing for a booking's tickets and its calendar entry. */
public final class TicketingFiles implements TicketFiles {
  /** Mail servers take 10 MB and more of what base64 makes a third larger. */
  private static final int LARGEST = 5_000_000;

  private final UpstreamClient ticketing;
  private final HttpConfig config;

  public TicketingFiles(UpstreamClient ticketing, HttpConfig config) {
    this.ticketing = requireNonNull(ticketing);
    this.config = requireNonNull(config);
  }

  @Override
  public Future<List<Enclosure>> of(String bookingId, String language) {
    String path = "/bookings/" + UpstreamClient.segment(bookingId) + "/tickets";
    Future<Buffer> pdf = get(path + ".pdf?lang=" + language);
    Future<Buffer> calendar = get(path + ".ics");
    return Future.all(pdf, calendar).map(both -> enclosures(pdf.result(), calendar.result()));
  }

  private static List<Enclosure> enclosures(Buffer pdf, Buffer calendar) {
    return pdf.length() > LARGEST
        ? List.of()
        : List.of(
            new Enclosure("tickets.pdf", "application/pdf", pdf),
            new Enclosure("event.ics", "text/calendar; charset=utf-8", calendar));
  }

  private Future<Buffer> get(String uri) {
    return ticketing
        .send(
            ticketing
                .request(HttpMethod.GET, uri)
                .putHeader(ServiceToken.HEADER, config.serviceToken().secret()),
            Buffer.buffer(),
            new RequestScope("mail", Deadline.in(config.upstreamTimeoutMs())))
        .map(TicketingFiles::body);
  }

  private static Buffer body(HttpResponse<Buffer> answer) {
    return switch (answer.statusCode()) {
      case 200 -> answer.body();
      case 404, 409 ->
          throw Problem.of(ProblemKind.CONFLICT, "There are no tickets of it any more.");
      default ->
          throw Problem.of(
              ProblemKind.UPSTREAM_UNREACHABLE, "Ticketing answered " + answer.statusCode() + ".");
    };
  }
}
