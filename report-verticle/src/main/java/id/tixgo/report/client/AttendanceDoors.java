package id.tixgo.report.client;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.HttpConfig;
import id.tixgo.common.config.ServiceToken;
import id.tixgo.common.scope.RequestScope;
import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.common.upstream.UpstreamResponses;
import id.tixgo.report.domain.DoorCounts;
import id.tixgo.report.domain.DoorSource;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks Attendance who has entered, as a service of the house. */
public final class AttendanceDoors implements DoorSource {
  private final UpstreamClient attendance;
  private final HttpConfig config;

  private record MinuteBody(Instant minute, long checkedIn) {}

  private record StatsBody(
      Long totalCheckedIn, Map<String, Long> perTicketType, List<MinuteBody> perMinute) {
    DoorCounts counts() {
      return new DoorCounts(
          totalCheckedIn,
          perTicketType,
          perMinute.stream()
              .collect(Collectors.toMap(MinuteBody::minute, MinuteBody::checkedIn, Long::sum)));
    }
  }

  public AttendanceDoors(UpstreamClient attendance, HttpConfig config) {
    this.attendance = requireNonNull(attendance);
    this.config = requireNonNull(config);
  }

  @Override
  public Future<DoorCounts> doors(String eventId, RequestScope scope) {
    String uri = "/internal/attendance/" + UpstreamClient.segment(eventId) + "/stats";
    return attendance
        .send(
            attendance
                .request(HttpMethod.GET, uri)
                .putHeader(ServiceToken.HEADER, config.serviceToken().secret()),
            Buffer.buffer(),
            scope)
        .map(answer -> UpstreamResponses.read(answer, StatsBody.class).counts());
  }
}
