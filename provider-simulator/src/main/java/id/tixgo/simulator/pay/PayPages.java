package id.tixgo.simulator.pay;

import static java.util.Objects.requireNonNull;

import id.tixgo.simulator.gateway.Move;
import id.tixgo.simulator.gateway.MoveDetails;
import id.tixgo.simulator.gateway.MoveRefused;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;

/** The pages on which buyers pay: {@code GET} shows one, {@code POST} to a move makes it. */
public final class PayPages {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";
  private static final Map<String, Move> MOVES =
      Map.of("choose", Move.CHOOSE, "pay", Move.PAY, "refuse", Move.DENY, "expire", Move.EXPIRE);

  private final PaySource source;

  public PayPages(PaySource source) {
    this.source = requireNonNull(source);
  }

  public void mount(Router router) {
    router.get(source.pages() + ":page").handler(context -> show(context, ""));
    router.post(source.pages() + ":page/:move").handler(this::act);
  }

  /** The sheet of styles that all pages share. */
  public static void mountStyles(Router router) {
    router
        .get(PayHtml.STYLES)
        .handler(
            context ->
                context.response().putHeader("Content-Type", "text/css").end(PayHtml.styles()));
  }

  private void act(RoutingContext context) {
    String page = context.pathParam("page");
    Optional<Move> move = Optional.ofNullable(MOVES.get(context.pathParam("move")));
    if (move.isEmpty() || source.view(page).isEmpty()) {
      notFound(context);
      return;
    }
    try {
      source.act(page, move.get(), details(context));
      context.response().setStatusCode(303).putHeader("Location", source.pages() + page).end();
    } catch (MoveRefused e) {
      show(context, e.getMessage());
    }
  }

  private static MoveDetails details(RoutingContext context) {
    return Optional.ofNullable(context.request().getFormAttribute("method"))
        .map(MoveDetails::ofMethod)
        .orElse(MoveDetails.NONE);
  }

  private void show(RoutingContext context, String trouble) {
    String page = context.pathParam("page");
    source
        .view(page)
        .ifPresentOrElse(
            view ->
                html(
                    context,
                    trouble.isEmpty() ? 200 : 409,
                    new PayHtml(view, source.pages() + page).render(trouble)),
            () -> notFound(context));
  }

  private static void notFound(RoutingContext context) {
    html(context, 404, PayHtml.notFound());
  }

  private static void html(RoutingContext context, int status, String page) {
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("Cache-Control", "no-store")
        .end(page);
  }
}
