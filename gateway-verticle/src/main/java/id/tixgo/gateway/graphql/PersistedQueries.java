package id.tixgo.gateway.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.persisted.PersistedQueryCache;
import graphql.execution.preparsed.persisted.PersistedQueryCacheMiss;
import java.util.concurrent.CompletableFuture;

/**
 * Queries that clients ask for by their hash once they have sent them, the last hundred that aren't
 * long: whoever has them thrown out makes others send them again.
 */
final class PersistedQueries implements PersistedQueryCache {
  private static final int MOST = 100;
  private static final int LONGEST = 4096;

  private final Cache<Object, PreparsedDocumentEntry> hashToQuery =
      Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();

  @Override
  public CompletableFuture<PreparsedDocumentEntry> getPersistedQueryDocumentAsync(
      Object hash, ExecutionInput input, PersistedQueryCacheMiss read) {
    PreparsedDocumentEntry known = hashToQuery.getIfPresent(hash);
    if (known == null) {
      known = read.apply(input.getQuery());
      keep(hash, known, input.getQuery().length());
    }
    return CompletableFuture.completedFuture(known);
  }

  private void keep(Object hash, PreparsedDocumentEntry query, int length) {
    if (!query.hasErrors() && length <= LONGEST) {
      hashToQuery.put(hash, query);
    }
  }
}
