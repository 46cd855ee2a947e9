package id.tixgo.simulator.mail;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/** A mail server that delivers nothing, and the page that shows what arrived. */
public final class MailDoor {
  private static final String HTML = "text/html; charset=utf-8";

  private final Vertx vertx;
  private final MailBox box;

  public MailDoor(Vertx vertx, Clock clock) {
    this.vertx = requireNonNull(vertx);
    this.box = new MailBox(clock);
  }

  /** Completes with the port where it takes mails. */
  public Future<Integer> listen(String host, int port) {
    return vertx
        .createNetServer(new NetServerOptions().setHost(host).setPort(port))
        .connectHandler(socket -> SmtpTalk.begin(socket, box))
        .listen()
        .map(NetServer::actualPort);
  }

  public void mount(Router router) {
    router.get("/mail").handler(this::list);
    router.get("/mail/:number").handler(this::html);
    router.get("/mail/:number/source").handler(this::source);
    router.get("/_sim/mails").handler(this::json);
  }

  private void list(RoutingContext context) {
    String rows = box.newestFirst().stream().map(MailDoor::row).collect(Collectors.joining("\n"));
    write(
        context,
        "<!DOCTYPE html><html lang=\"en\"><meta charset=\"utf-8\"><meta http-equiv=\"refresh\""
            + " content=\"5\"><title>Mails</title><h1>Mails that arrived</h1><table cellpadding=\"6\">"
            + "<tr><th>No.<th>Time<th>To<th>Subject<th></tr>\n"
            + rows
            + "</table>");
  }

  private static String row(ReceivedMail mail) {
    String link = "/mail/" + mail.number();
    List<String> cells =
        List.of(
            String.valueOf(mail.number()),
            mail.at().toString(),
            escaped(mail.to()),
            "<a href=\"" + link + "\">" + escaped(mail.subject()) + "</a>",
            "<a href=\"" + link + "/source\">source</a>");
    return "<tr><td>" + String.join("<td>", cells) + "</tr>";
  }

  /** As a reader sees it; it can do nothing. */
  private void html(RoutingContext context) {
    box.find(context.pathParam("number"))
        .ifPresentOrElse(
            mail -> write(context, mail.html()), () -> context.response().setStatusCode(404).end());
  }

  private void source(RoutingContext context) {
    box.find(context.pathParam("number"))
        .ifPresentOrElse(
            mail ->
                context
                    .response()
                    .putHeader("Content-Type", "text/plain; charset=utf-8")
                    .end(mail.source()),
            () -> context.response().setStatusCode(404).end());
  }

  private void json(RoutingContext context) {
    JsonArray mails = new JsonArray();
    box.newestFirst()
        .forEach(
            mail ->
                mails.add(
                    new JsonObject()
                        .put("number", mail.number())
                        .put("at", mail.at().toString())
                        .put("from", mail.from())
                        .put("to", mail.to())
                        .put("subject", mail.subject())
                        .put("message_id", mail.messageId())));
    context.json(new JsonObject().put("mails", mails));
  }

  private static void write(RoutingContext context, String page) {
    context
        .response()
        .putHeader("Content-Type", HTML)
        .putHeader(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-top-navigation-by-user-activation")
        .end(page);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
