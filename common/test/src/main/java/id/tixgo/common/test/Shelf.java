package id.tixgo.common.test;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.Projection;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import io.vertx.core.Vertx;
import io.vertx.core.shareddata.Shareable;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** A small store for tests of stores: books by title. */
public final class Shelf implements Projection {
  private final StagedMaps maps;
  private final StagedMap<Book> titleToBook;
  private final EntryTypes types;

  /** One that is put on it, in the place of the one with that title. */
  public record Book(String title, String text) implements Shareable {}

  /** One that is taken away. */
  public record Gone(String title) {}

  /** An empty one, whatever others in this JVM have the store's name. */
  public Shelf(Vertx vertx, String store) {
    this.maps = new StagedMaps(vertx.sharedData());
    this.titleToBook = maps.open(UUID.randomUUID().toString());
    this.types =
        new EntryTypes(store, 1, "{\"book\":{\"title\":\"\",\"text\":\"\"}}\n")
            .with("book", Book.class, book -> titleToBook.put(book.title(), book))
            .with("gone", Gone.class, gone -> titleToBook.remove(gone.title()));
  }

  /** For transactions. */
  public boolean isTaken(String title) {
    return titleToBook.staged(title).isPresent();
  }

  /** For transactions: how many there are then. */
  public int count() {
    return titleToBook.draftSize();
  }

  /** What readers see: texts by title. */
  public Map<String, String> all() {
    return titleToBook.values().stream()
        .collect(Collectors.toMap(Book::title, Book::text, (a, b) -> b, TreeMap::new));
  }

  @Override
  public StagedMaps maps() {
    return maps;
  }

  @Override
  public EntryTypes types() {
    return types;
  }

  @Override
  public Iterator<Record> snapshot() {
    return titleToBook.values().stream().map(Record.class::cast).iterator();
  }

  @Override
  public long snapshotSize() {
    return titleToBook.size();
  }
}
