package id.tixgo.gateway.graphql;

import graphql.schema.DataFetchingEnvironment;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderFactory;
import org.dataloader.Try;

/** The venues of a request's events, each asked for once. */
final class EventVenues {
  static final String LOADER = "venues";

  private EventVenues() {}

  static DataLoader<Object, Map<String, Object>> loader(Rest events) {
    return DataLoaderFactory.newDataLoaderWithTry(ids -> load(events, ids));
  }

  /** In the order of their ids; one that can't be had spoils no other. */
  private static CompletionStage<List<Try<Map<String, Object>>>> load(
      Rest events, List<Object> ids) {
    List<Future<Try<Map<String, Object>>>> venues =
        ids.stream()
            .map(
                id ->
                    events
                        .get("/venues/" + id)
                        .map(Try::succeeded)
                        .otherwise(Try::<Map<String, Object>>failed))
            .toList();
    return Future.all(venues).map(all -> all.<Try<Map<String, Object>>>list()).toCompletionStage();
  }

  static CompletableFuture<Map<String, Object>> of(DataFetchingEnvironment event) {
    Object id = event.<Map<String, Object>>getSource().get("venue_id");
    DataLoader<Object, Map<String, Object>> loader = event.getDataLoader(LOADER);
    return id == null ? CompletableFuture.completedFuture(null) : loader.load(id);
  }

  static CompletableFuture<Object> roomOf(DataFetchingEnvironment event) {
    Object id = event.<Map<String, Object>>getSource().get("room_id");
    return id == null
        ? CompletableFuture.completedFuture(null)
        : of(event).thenApply(venue -> room(venue, id));
  }

  private static Object room(Map<String, Object> venue, Object id) {
    return ((List<?>) venue.get("rooms"))
        .stream()
            .filter(room -> Objects.equals(((Map<?, ?>) room).get("id"), id))
            .findFirst()
            .orElse(null);
  }
}
