package id.tixgo.common.store.audit;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.store.Projection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the audits of all services are as they were written: each line follows from the one
 * before it, none is missing that a store knows of, and none is another than the one that the
 * gathering service has taken over. That one is read first, and each log before its file, so that
 * what is written meanwhile is no contradiction.
 *
 * @param chains in the order in which they were read
 */
public record AuditProof(List<Verdict> chains) {
  public AuditProof {
    chains = List.copyOf(chains);
  }

  /**
   * What was found of one chain.
   *
   * @param name the service's; with the file's, when that was replaced by a restore
   * @param end the last line's hash
   */
  public record Verdict(String name, long lines, String end, Optional<BrokenLink> broken) {
    public Verdict {
      requireNonNull(name);
      requireNonNull(end);
      requireNonNull(broken);
    }

    private static Verdict of(String name, ChainReading chain) {
      return new Verdict(name, chain.count(), chain.end(), chain.broken());
    }
  }

  /**
   * Reads all chains; fails with a sentence when a store's log is damaged.
   *
   * @param directory with a folder for each store
   * @param stores the gathering one first
   */
  public static AuditProof of(Path directory, List<Projection> stores) throws IOException {
    Gathered gathered = new Gathered();
    List<Verdict> chains = new ArrayList<>();
    String gatherer = stores.get(0).types().store();
    for (Projection store : stores) {
      boolean first = store.equals(stores.get(0));
      ChainReading chain = read(directory, store, first ? gathered : new Gathered());
      if (!first) {
        chain.compare(gatherer, gathered.of(chain.service()));
      }
      chains.add(Verdict.of(chain.service(), chain));
      chains.addAll(replaced(directory.resolve(chain.service()), chain.service()));
    }
    return new AuditProof(chains);
  }

  private static ChainReading read(Path directory, Projection store, Gathered gathered)
      throws IOException {
    String service = store.types().store();
    Path folder = directory.resolve(service);
    AuditEnds ends = AuditEnds.read(folder, store.types());
    ChainReading chain =
        new ChainReading(service, folder.resolve(FileTrail.NAME), gathered).readFile();
    chain.readOn(ends);
    return chain;
  }

  /** What a restore has put away follows from itself alone. */
  private static List<Verdict> replaced(Path folder, String service) throws IOException {
    List<Verdict> verdicts = new ArrayList<>();
    for (Path file : AuditFiles.replacedIn(folder)) {
      ChainReading chain = new ChainReading(service, file, new Gathered()).readFile();
      verdicts.add(Verdict.of(service + ", " + file.getFileName(), chain));
    }
    return verdicts;
  }

  public boolean isWhole() {
    return chains.stream().allMatch(chain -> chain.broken().isEmpty());
  }
}
