package id.tixgo.notification;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.caller.TokenAuthority;
import id.tixgo.common.clients.identity.AuthenticatedVerticle;
import id.tixgo.common.clients.identity.IdentityChanges;
import id.tixgo.common.http.Api;
import id.tixgo.common.http.Contract;
import id.tixgo.common.http.Health;
import id.tixgo.common.http.KeyedRequests;
import id.tixgo.common.store.Store;
import id.tixgo.common.store.audit.AuditFeedHandler;
import id.tixgo.common.store.feed.FollowedFeeds;
import id.tixgo.notification.domain.EventWords;
import id.tixgo.notification.domain.Notifications;
import id.tixgo.notification.domain.Outbox;
import id.tixgo.notification.http.NotificationsHandler;
import id.tixgo.notification.http.PreviewHandler;
import id.tixgo.notification.http.SendingHandler;
import id.tixgo.notification.http.WordsHandler;
import id.tixgo.notification.mail.OwnPages;
import id.tixgo.notification.mail.WrittenMails;
import id.tixgo.notification.store.MessageIds;
import id.tixgo.notification.store.NotificationState;
import id.tixgo.notification.store.StoredNotifications;
import id.tixgo.notification.store.StoredWords;
import java.time.Clock;

/** Notification: messages to users, and their mails. Internal: reached through Gateway. */
public final class NotificationVerticle extends AuthenticatedVerticle {
  private final NotificationConfig config;
  private final NotificationState state;
  private final Store store;
  private final FollowedFeeds feeds;
  private final Outbox outbox;
  private final WrittenMails mails;
  private final MessageIds messageIds;

  public NotificationVerticle(
      NotificationConfig config,
      Contract contract,
      NotificationState state,
      Store store,
      FollowedFeeds feeds,
      Outbox outbox,
      WrittenMails mails,
      MessageIds messageIds,
      Clock clock) {
    super(contract, config.address(), config.http(), config.identity(), config.tokens(), clock);
    this.config = requireNonNull(config);
    this.state = requireNonNull(state);
    this.store = requireNonNull(store);
    this.feeds = requireNonNull(feeds);
    this.outbox = requireNonNull(outbox);
    this.mails = requireNonNull(mails);
    this.messageIds = requireNonNull(messageIds);
  }

  @Override
  protected Api api(TokenAuthority tokens, IdentityChanges changes, Health health) {
    health.needs("store", store::check).follows(feeds::reports);
    StoredNotifications stored = new StoredNotifications(state, store, context, messageIds);
    Notifications notifications = new Notifications(stored, clock);
    Api api = new Api(vertx, contract, config.http(), tokens, store::isFilled);
    new NotificationsHandler(notifications, new KeyedRequests(config.http().serviceToken(), clock))
        .register(api);
    new SendingHandler(outbox).register(api);
    new PreviewHandler(stored, mails, outbox.hasServer()).register(api);
    StoredWords words = new StoredWords(state, store, context);
    new WordsHandler(new EventWords(words, OwnPages::check, clock), mails).register(api);
    feeds.register(api);
    new AuditFeedHandler(vertx, state.audit).register(api);
    return api;
  }
}
