package id.tixgo.launcher.archive;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import id.tixgo.common.json.JsonFormat;
import id.tixgo.common.store.BrokenLogException;
import id.tixgo.common.store.StoreConfig;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;

/** {@code tixgo backup|restore|export|import FILE [--force]}; {@code -} is the standard stream. */
public final class ArchiveMain {
  private static final int FAILED = 2;
  private static final Set<String> WRITING = Set.of("backup", "export");

  private ArchiveMain() {}

  public static void main(String[] arguments) {
    System.setProperty("LOG_LEVEL", "OFF");
    System.setProperty("LOG_FILE", "");
    Vertx vertx = Vertx.vertx();
    try {
      run(vertx, List.of(arguments));
    } catch (NoSuchFileException e) {
      fail(e.getMessage() + " can't be found.");
    } catch (IOException | ConfigException | BrokenLogException e) {
      fail(e.getMessage());
    }
    vertx.close();
  }

  private static void run(Vertx vertx, List<String> arguments) throws IOException {
    if (arguments.size() < 2) {
      throw new ConfigException("Say which file.");
    }
    JsonFormat.install();
    Env env = new Env(System.getenv());
    StoreConfig config = StoreConfig.from(env);
    if (config.database().isPresent()) {
      try (DatabaseStores stores = DatabaseStores.of(vertx, config.database().get(), room(env))) {
        run(stores, arguments);
      }
      return;
    }
    Path directory =
        config
            .directory()
            .orElseThrow(
                () -> new ConfigException("STORE isn't file: there is nothing in DATA_DIR."));
    run(Stores.in(directory, vertx), arguments);
  }

  /** Where stores that are kept elsewhere can be files for a while. */
  static Path room(Env env) {
    return Path.of(env.text("DATA_DIR", "data"));
  }

  static void run(DatabaseStores stores, List<String> arguments) throws IOException {
    switch (arguments.get(0)) {
      case "export" -> run(stores.fetch(), arguments);
      case "import" -> importInto(stores, arguments);
      default ->
          throw new ConfigException(
              "STORE is postgres: pg_dump and pg_restore do that, for all stores at one moment.");
    }
  }

  private static void importInto(DatabaseStores stores, List<String> arguments) throws IOException {
    stores.expectEmpty();
    run(stores.files(), arguments);
    System.err.println("the database holds " + stores.store() + " entries");
  }

  private static void run(Stores stores, List<String> arguments) throws IOException {
    boolean force = arguments.contains("--force");
    if (WRITING.contains(arguments.get(0))) {
      stores.expectSome();
    }
    if (arguments.get(1).equals("-")) {
      throughStream(stores, arguments.get(0), force);
    } else {
      Path file = Path.of(arguments.get(1));
      run(stores, arguments.get(0), file, file, force);
    }
  }

  /**
   * Does it.
   *
   * @param source what whoever asks calls the file
   */
  private static void run(Stores stores, String verb, Path file, Path source, boolean force)
      throws IOException {
    switch (verb) {
      case "backup" -> new Backup(stores, System.err::println).write(file);
      case "restore" -> new Restore(stores, System.err::println).read(file, source, force);
      case "export" -> new Export(stores, System.err::println).write(file);
      default -> new Import(stores, System.err::println).read(file, source, force);
    }
  }

  /** For containers, which share no folder with who asks. */
  private static void throughStream(Stores stores, String verb, boolean force) throws IOException {
    Files.createDirectories(stores.directory());
    Path file = stores.directory().resolve(".stream");
    try {
      if (!WRITING.contains(verb)) {
        Files.copy(System.in, file, StandardCopyOption.REPLACE_EXISTING);
      }
      run(stores, verb, file, Path.of("-"), force);
      if (WRITING.contains(verb)) {
        Files.copy(file, System.out);
        System.out.flush();
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static void fail(String sentence) {
    System.err.println("tixgo: " + sentence);
    Runtime.getRuntime().halt(FAILED);
  }
}
