package id.tixgo.notification.store;

import id.tixgo.common.store.EntryTypes;
import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.common.store.StorePart;
import id.tixgo.notification.domain.OwnWords;
import java.util.Optional;
import java.util.stream.Stream;

/** Organisers' own words, by event and language. */
final class WordsTable implements StorePart {
  private final StagedMap<OwnWords> keyToWords;

  /** Words that are no more: TixGo's own are used. */
  record OwnWordsRemoved(String eventId, String language) {}

  WordsTable(StagedMaps maps) {
    this.keyToWords = maps.open("notification.own-words");
  }

  @Override
  public EntryTypes register(EntryTypes types) {
    return types
        .with(
            "own_words",
            OwnWords.class,
            words -> keyToWords.put(key(words.eventId(), words.language()), words))
        .with(
            "own_words_removed",
            OwnWordsRemoved.class,
            gone -> keyToWords.remove(key(gone.eventId(), gone.language())));
  }

  @Override
  public Stream<Record> snapshot() {
    return keyToWords.values().stream().map(Record.class::cast);
  }

  @Override
  public long snapshotSize() {
    return keyToWords.size();
  }

  Optional<OwnWords> get(String eventId, String language) {
    return keyToWords.get(key(eventId, language));
  }

  /** For transactions. */
  Optional<OwnWords> staged(String eventId, String language) {
    return keyToWords.staged(key(eventId, language));
  }

  private static String key(String eventId, String language) {
    return language + '\n' + eventId;
  }
}
