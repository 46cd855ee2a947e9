package id.tixgo.notification.http;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.http.Api;
import id.tixgo.common.http.Call;
import id.tixgo.common.http.Reply;
import id.tixgo.notification.domain.EventWords;
import id.tixgo.notification.domain.KnownEvent;
import id.tixgo.notification.domain.Mail;
import id.tixgo.notification.domain.OwnWords;
import id.tixgo.notification.mail.OwnPages;
import id.tixgo.notification.mail.WrittenMails;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code /notifications/events/{event_id}/words}: what an organiser says in ticket mails. */
public final class WordsHandler {
  private final EventWords words;
  private final WrittenMails mails;

  private record WordsBody(Optional<String> subject, Optional<String> text) {}

  /** One language's. */
  private record WordsJson(String language, String subject, String text, Instant updatedAt) {
    static WordsJson of(OwnWords known) {
      return new WordsJson(
          known.language(),
          known.subject().orElse(null),
          known.text().orElse(null),
          known.updatedAt());
    }
  }

  private record AllJson(String eventId, List<String> variables, List<WordsJson> words) {}

  private record SampleJson(String language, String subject, String text, String html) {}

  public WordsHandler(EventWords words, WrittenMails mails) {
    this.words = requireNonNull(words);
    this.mails = requireNonNull(mails);
  }

  public void register(Api api) {
    api.on("getEventWords", this::get);
    api.on("putEventWords", this::put);
    api.on("deleteEventWords", this::delete);
    api.on("previewEventWords", this::preview);
  }

  private Future<Reply> get(Call call) {
    KnownEvent event = event(call);
    List<WordsJson> all = words.of(event).stream().map(WordsJson::of).toList();
    return Future.succeededFuture(
        Reply.resource(new AllJson(event.id(), OwnPages.variables(), all)));
  }

  private Future<Reply> put(Call call) {
    return words.put(draft(call, event(call))).map(kept -> Reply.json(200, WordsJson.of(kept)));
  }

  private Future<Reply> delete(Call call) {
    return words.remove(event(call), call.path("language")).map(gone -> Reply.noContent());
  }

  private Future<Reply> preview(Call call) {
    KnownEvent event = event(call);
    OwnWords draft = draft(call, event);
    Mail mail = mails.sample(draft, event);
    return Future.succeededFuture(
        Reply.json(
            200, new SampleJson(draft.language(), mail.subject(), mail.text(), mail.html())));
  }

  private KnownEvent event(Call call) {
    return words.event(call.path("event_id"), call.caller());
  }

  private OwnWords draft(Call call, KnownEvent event) {
    WordsBody body = call.body(WordsBody.class);
    return words.draft(event, call.path("language"), body.subject(), body.text());
  }
}
