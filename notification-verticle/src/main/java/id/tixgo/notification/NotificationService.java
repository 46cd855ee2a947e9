package id.tixgo.notification;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.clients.identity.PasswordForgotten;
import id.tixgo.common.store.Retention;
import id.tixgo.common.store.StoredService;
import id.tixgo.common.store.feed.FeedClient;
import id.tixgo.common.store.feed.FeedConsumer;
import id.tixgo.common.store.feed.FeedInbox;
import id.tixgo.common.store.feed.FeedSubscriber;
import id.tixgo.common.store.feed.FollowedFeeds;
import id.tixgo.common.time.Timestamps;
import id.tixgo.common.upstream.UpstreamClient;
import id.tixgo.notification.client.NoMailServer;
import id.tixgo.notification.client.SmtpConfig;
import id.tixgo.notification.client.SmtpServer;
import id.tixgo.notification.client.TicketingFiles;
import id.tixgo.notification.domain.MailPace;
import id.tixgo.notification.domain.MailServer;
import id.tixgo.notification.domain.Outbox;
import id.tixgo.notification.domain.RetryPlan;
import id.tixgo.notification.mail.WrittenMails;
import id.tixgo.notification.store.MailRetention;
import id.tixgo.notification.store.MessageIds;
import id.tixgo.notification.store.News;
import id.tixgo.notification.store.NotificationState;
import id.tixgo.notification.store.StoredNotifications;
import id.tixgo.notification.store.ToldHappenings;
import id.tixgo.notification.store.ToldMoney;
import id.tixgo.notification.store.ToldReaders;
import id.tixgo.notification.store.ToldSales;
import id.tixgo.notification.store.ToldTransfers;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts Notification together, and sends what is due. */
final class NotificationService extends StoredService<NotificationState> {
  private static final Logger LOG = LoggerFactory.getLogger(NotificationService.class);
  private static final long LOOK_MS = 200;
  private static final String NOBODY = "localhost";

  /** For so long a stop waits for what mail servers say of the mails that they are being told. */
  private static final int LONGEST_STOP_S = 3;

  private final NotificationConfig config;
  private final Clock clock;
  private FollowedFeeds feeds = new FollowedFeeds(List.of());
  private Runnable look = () -> {};
  private Runnable stopLooking = () -> {};
  private Supplier<Future<Void>> stopSending = Future::succeededFuture;

  NotificationService(NotificationConfig config, Clock clock) {
    super(config.address(), config.store());
    this.config = requireNonNull(config);
    this.clock = requireNonNull(clock);
  }

  @Override
  protected NotificationState projection(Vertx vertx) {
    return new NotificationState(vertx);
  }

  @Override
  protected Supplier<NotificationVerticle> verticles(Shared<NotificationState> shared, int cores) {
    MessageIds messageIds = new MessageIds(config.smtp().map(SmtpConfig::domain).orElse(NOBODY));
    StoredNotifications stored = stored(shared, messageIds);
    WrittenMails mails = mails(shared, stored);
    Outbox outbox = outbox(shared, stored, mails);
    look = outbox::look;
    stopSending = () -> on(shared.context(), outbox::stop);
    feeds = followed(shared, messageIds);
    return () ->
        new NotificationVerticle(
            config,
            shared.contract(),
            shared.projection(),
            shared.store(),
            feeds,
            outbox,
            mails,
            messageIds,
            clock);
  }

  private static StoredNotifications stored(
      Shared<NotificationState> shared, MessageIds messageIds) {
    return new StoredNotifications(
        shared.projection(), shared.store(), shared.context(), messageIds);
  }

  private WrittenMails mails(Shared<NotificationState> shared, StoredNotifications stored) {
    UpstreamClient ticketing = client(shared, "ticketing", config.ticketing());
    return new WrittenMails(
        stored,
        new TicketingFiles(ticketing, config.http()),
        id -> PasswordForgotten.token(id, config.http().serviceToken()),
        config.pages());
  }

  private Outbox outbox(
      Shared<NotificationState> shared, StoredNotifications stored, WrittenMails mails) {
    return new Outbox(
        stored,
        mails,
        server(shared.vertx()),
        new RetryPlan(config.firstRetry(), () -> ThreadLocalRandom.current().nextDouble()),
        new MailPace(config.mailsPerSecond(), System::nanoTime),
        new MailCounts(shared.vertx()),
        shared.context(),
        clock);
  }

  private FollowedFeeds followed(Shared<NotificationState> shared, MessageIds messageIds) {
    NotificationState state = shared.projection();
    News news = new News(state, messageIds, WrittenMails::summary, config.smtp().isPresent());
    return new FollowedFeeds(
        List.of(
            follow(shared, "identity", config.identity(), new ToldReaders(state, news)),
            follow(shared, "event", config.event(), new ToldHappenings(state, news)),
            follow(shared, "ticketing", config.ticketing(), new ToldSales(state, news)),
            follow(shared, "payment", config.payment(), new ToldMoney(news)),
            follow(shared, "wallet", config.wallet(), new ToldTransfers(state, news))));
  }

  private MailServer server(Vertx vertx) {
    return config
        .smtp()
        .<MailServer>map(smtp -> new SmtpServer(vertx, smtp))
        .orElseGet(NoMailServer::new);
  }

  private FeedConsumer follow(
      Shared<NotificationState> shared, String name, URI base, FeedSubscriber subscriber) {
    return new FeedConsumer(
        shared.vertx(),
        shared.context(),
        new FeedClient(client(shared, name, base), config.http()),
        new FeedInbox(
            name, shared.projection().positions, subscriber, shared.store(), shared.context()),
        config.feedLookMs());
  }

  private UpstreamClient client(Shared<NotificationState> shared, String name, URI base) {
    return new UpstreamClient(shared.vertx(), name, base, config.http());
  }

  @Override
  protected Future<?> filled(Shared<NotificationState> shared) {
    if (config.smtp().isEmpty()) {
      LOG.warn("{} Mails are kept, and shown to admins.", NoMailServer.SENTENCE);
    }
    long timer = shared.vertx().setPeriodic(LOOK_MS, tick -> look.run());
    stopLooking = () -> shared.vertx().cancelTimer(timer);
    return stored(shared, new MessageIds(NOBODY))
        .begin(Timestamps.now(clock))
        .onSuccess(begun -> feeds.start());
  }

  @Override
  protected Future<Boolean> forget(Shared<NotificationState> shared) {
    Instant now = clock.instant();
    NotificationState state = shared.projection();
    Retention retention = new Retention(shared.store(), shared.context());
    return Retention.any(
        List.of(
            new MailRetention(state, retention, config.mailsKept()).step(now),
            state.keys.forget(shared.store(), shared.context(), now)));
  }

  @Override
  public Future<Void> close() {
    feeds.stop();
    stopLooking.run();
    return stopSending
        .get()
        .timeout(LONGEST_STOP_S, TimeUnit.SECONDS)
        .transform(stopped -> super.close());
  }

  private static <T> Future<T> on(Context context, Supplier<Future<T>> work) {
    return Future.future(done -> context.runOnContext(now -> work.get().onComplete(done)));
  }
}
