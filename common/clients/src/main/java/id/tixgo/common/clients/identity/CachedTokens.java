package id.tixgo.common.clients.identity;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.tixgo.common.auth.Claims;
import id.tixgo.common.auth.TokenCodec;
import id.tixgo.common.auth.TokenConfig;
import id.tixgo.common.caller.Caller;
import id.tixgo.common.caller.TokenAuthority;
import id.tixgo.common.metrics.Meters;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.scope.RequestScope;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Identity's word on tokens, kept for a while. A token is checked locally, then Identity is asked
 * once however many requests wait for it; the answer is kept until the token ends, the bus says
 * otherwise, or {@code TOKEN_CACHE_SECONDS} pass. While Identity can't be reached, tokens that it
 * has vouched for stay good for {@code IDENTITY_GRACE_SECONDS}.
 *
 * <p>Belongs to one verticle instance and its event loop: it takes no locks.
 */
public final class CachedTokens implements TokenAuthority, IdentityListener {
  private static final int MOST_TOKENS = 20_000;

  private final TokenCodec codec;
  private final TokenAuthority identity;
  private final TokenConfig config;
  private final Clock clock;
  private final Cache<String, CachedVerification> tokenToCachedVerification;
  private final Map<String, Future<Optional<Caller>>> tokenToQuestion = new HashMap<>();
  private final Supplier<IdentityChange> lastPublished;
  private final TokenMeters meters;
  private IdentityChange heard;
  private long epoch;
  private long changes;

  /**
   * A good token.
   *
   * @param answer the caller, ready to be given again
   * @param freshUntil from then on Identity is asked again
   * @param epoch how often everything had been in doubt until then
   */
  private record CachedVerification(
      Future<Optional<Caller>> answer, Claims claims, Instant at, Instant freshUntil, long epoch) {}

  /**
   * @param lastPublished the last change that {@link #onChange} has heard or will; null for none
   */
  public CachedTokens(
      TokenCodec codec,
      TokenAuthority identity,
      TokenConfig config,
      Clock clock,
      Supplier<IdentityChange> lastPublished,
      Meters meters) {
    this.codec = requireNonNull(codec);
    this.identity = requireNonNull(identity);
    this.config = requireNonNull(config);
    this.clock = requireNonNull(clock);
    this.lastPublished = requireNonNull(lastPublished);
    this.tokenToCachedVerification =
        Caffeine.newBuilder()
            .maximumSize(MOST_TOKENS)
            .expireAfterWrite(Duration.ofSeconds(config.cacheSeconds() + config.graceSeconds() + 1))
            .executor(Runnable::run)
            .build();
    this.meters = new TokenMeters(meters, tokenToCachedVerification::estimatedSize);
  }

  @Override
  public Future<Optional<Caller>> callerOf(String token, RequestScope scope) {
    forgetIfUnheard();
    CachedVerification verification = tokenToCachedVerification.getIfPresent(token);
    if (verification == null) {
      return codec.check(token).compose(claims -> askIfGood(token, claims, scope));
    }
    Instant now = clock.instant();
    if (!verification.claims().expiresAt().isAfter(now)) {
      return Future.succeededFuture(Optional.empty());
    }
    if (now.isBefore(verification.freshUntil()) && verification.epoch() == epoch) {
      meters.kept().increment();
      return verification.answer();
    }
    return askOnce(token, verification.claims(), scope).recover(down -> grace(verification, down));
  }

  /** Forgets whatever a change touches, answers under way included. */
  @Override
  public void onChange(IdentityChange change) {
    if (isSame(change, lastPublished.get())) {
      heard = change;
    }
    forget(v -> change.concerns(v.claims().subject(), v.claims().id()));
  }

  /**
   * Asks Identity anew about every token, and gives its grace to whoever it can't be asked about.
   */
  @Override
  public void onPossibleGap() {
    epoch++;
    changes++;
    tokenToQuestion.clear();
  }

  /** A busy event loop may read a request before it hears of a change, and of others before it. */
  private void forgetIfUnheard() {
    IdentityChange last = lastPublished.get();
    if (!isSame(last, heard)) {
      heard = last;
      forget(all -> true);
    }
  }

  private void forget(Predicate<CachedVerification> stale) {
    changes++;
    tokenToQuestion.clear();
    tokenToCachedVerification.asMap().values().removeIf(stale);
  }

  private Future<Optional<Caller>> askIfGood(
      String token, Optional<Claims> claims, RequestScope scope) {
    return claims
        .map(good -> askOnce(token, good, scope))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }

  private Future<Optional<Caller>> askOnce(String token, Claims claims, RequestScope scope) {
    Future<Optional<Caller>> waiting = tokenToQuestion.get(token);
    if (waiting != null) {
      return waiting;
    }
    meters.asked().increment();
    Future<Optional<Caller>> question = ask(token, claims, scope);
    if (!question.isComplete()) {
      tokenToQuestion.put(token, question);
      question.onComplete(done -> tokenToQuestion.remove(token, question));
    }
    return question;
  }

  private Future<Optional<Caller>> ask(String token, Claims claims, RequestScope scope) {
    long changesBefore = changes;
    return identity
        .callerOf(token, scope)
        .compose(
            caller ->
                changes == changesBefore
                    ? Future.succeededFuture(keep(token, claims, caller))
                    : ask(token, claims, scope));
  }

  private Optional<Caller> keep(String token, Claims claims, Optional<Caller> caller) {
    if (caller.isPresent()) {
      tokenToCachedVerification.put(token, verification(caller, claims, clock.instant()));
    } else {
      tokenToCachedVerification.invalidate(token);
    }
    return caller;
  }

  private CachedVerification verification(Optional<Caller> caller, Claims claims, Instant at) {
    Instant freshUntil = at.plusSeconds(config.cacheSeconds());
    return new CachedVerification(Future.succeededFuture(caller), claims, at, freshUntil, epoch);
  }

  private Future<Optional<Caller>> grace(CachedVerification verification, Throwable down) {
    Instant end =
        verification.at().plusSeconds((long) config.cacheSeconds() + config.graceSeconds());
    if (down instanceof Problem && clock.instant().isBefore(end)) {
      meters.graced().increment();
      return verification.answer();
    }
    return Future.failedFuture(down);
  }

  /** One object: two changes that are equal are two. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(IdentityChange a, IdentityChange b) {
    return a == b;
  }
}
