package id.tixgo.portal;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.TokenAuthority;
import id.tixgo.common.clients.attendance.AttendanceClient;
import id.tixgo.common.clients.identity.AuthenticatedVerticle;
import id.tixgo.common.clients.identity.IdentityChanges;
import id.tixgo.common.gateway.Gateway;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Contract;
import id.tixgo.common.http.Health;
import id.tixgo.portal.client.PortalAttendance;
import id.tixgo.portal.client.ReachableServices;
import id.tixgo.portal.http.CheckInsHandler;
import id.tixgo.portal.http.PortalAttendanceHandler;
import id.tixgo.portal.http.QrHandler;
import id.tixgo.portal.http.ServicesHandler;
import id.tixgo.portal.http.ShownPaths;
import id.tixgo.portal.http.WebFiles;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** Portal: the web application, what it calls, and the gateway to the other public services. */
public final class PortalVerticle extends AuthenticatedVerticle {
  /** What pages call of Event, beginnings in whole segments; the rest they get from Attendance. */
  public static final List<String> EVENT_PATHS = List.of("/venues");

  /** What pages call of Ticketing. */
  public static final List<String> TICKETING_PATHS =
      List.of(
          "/shop",
          "/ticket-types",
          "/bookings",
          "/tickets",
          "/vouchers",
          "/waiting-list",
          "/waiting-rooms",
          "/reports/sales");

  /** What pages call of Payment. */
  public static final List<String> PAYMENT_PATHS =
      List.of(
          "/checkout",
          "/orders",
          "/transactions",
          "/payments",
          "/refunds",
          "/suspense",
          "/reports/transactions",
          "/reports/revenue",
          "/reports/refunds",
          "/reports/reconciliation");

  /** What pages call of Wallet. */
  public static final List<String> WALLET_PATHS = List.of("/users", "/transactions");

  /** What pages call of Notification. */
  public static final List<String> NOTIFICATION_PATHS = List.of("/notifications");

  /** What pages call of Report. */
  public static final List<String> REPORT_PATHS = List.of("/reports/events");

  private final PortalConfig config;
  private final WebFiles files;

  public PortalVerticle(PortalConfig config, Contract contract, WebFiles files, Clock clock) {
    super(contract, config.address(), config.http(), config.identity(), config.tokens(), clock);
    this.config = requireNonNull(config);
    this.files = requireNonNull(files);
  }

  @Override
  protected Api api(TokenAuthority tokens, IdentityChanges changes, Health health) {
    PortalAttendance attendance =
        new PortalAttendance(
            new AttendanceClient(upstream("attendance", config.attendance(), health)));
    Api api = new Api(vertx, contract, config.http(), tokens, () -> true);
    new PortalAttendanceHandler(vertx, attendance).register(api);
    new CheckInsHandler(attendance).register(api);
    new QrHandler(vertx).register(api);
    new ServicesHandler(reachable()).register(api);
    gateway("identity", config.identity(), "/api").register(api, "/api/auth");
    gateway("identity", config.identity(), "/gateway/identity").register(api, "/gateway/identity");
    gateway("attendance", config.attendance(), "/gateway/attendance")
        .register(api, "/gateway/attendance");
    show(api, "event", config.event(), EVENT_PATHS);
    show(api, "ticketing", config.ticketing(), TICKETING_PATHS);
    show(api, "payment", config.payment(), PAYMENT_PATHS);
    show(api, "wallet", config.wallet(), WALLET_PATHS);
    show(api, "notification", config.notification(), NOTIFICATION_PATHS);
    show(api, "report", config.report(), REPORT_PATHS);
    return api.forward("/", files);
  }

  private ReachableServices reachable() {
    return new ReachableServices(vertx)
        .with("wallet", config.wallet())
        .with("notification", config.notification())
        .with("report", config.report());
  }

  private void show(Api api, String name, URI target, List<String> paths) {
    String mount = "/gateway/" + name;
    new ShownPaths(gateway(name, target, mount), mount, paths).register(api);
  }

  private Gateway gateway(String name, URI target, String mount) {
    return new Gateway(vertx, name, target, mount, config.http());
  }

  @Override
  protected void mount(Router router) {
    files.mount(router);
  }
}
