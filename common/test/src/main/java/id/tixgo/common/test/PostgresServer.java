package id.tixgo.common.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Debian's PostgreSQL as processes of a test: on a free port of this machine alone, with all that
 * it writes in a folder of its own, so that it needs no service. As root it is run by the package's
 * user, since it refuses to be root. It can die, and come back with what it had stored.
 */
public final class PostgresServer implements AutoCloseable {
  public static final String PASSWORD = "hush-hush";

  private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
  private static final String USER = "tixgo";
  private static final boolean ROOT = System.getProperty("user.name").equals("root");

  private final Path folder = RunningSystem.newFolder();
  private final String port = FreePort.next();

  /** Returns when it listens. */
  public PostgresServer() {
    write("password", PASSWORD);
    if (ROOT) {
      run(List.of("chown", "-R", "postgres", folder.toString()));
    }
    own(
        "initdb",
        "-D",
        data(),
        "-U",
        USER,
        "-A",
        "scram-sha-256",
        "-E",
        "UTF8",
        "--no-sync",
        "--locale=C",
        "--pwfile=" + folder.resolve("password"));
    start();
  }

  /** Whether it is installed, or {@code -Dpostgres.required} says that it must be. */
  public static boolean isExpected() {
    return Files.isExecutable(programs().resolve("postgres"))
        || Boolean.getBoolean("postgres.required");
  }

  /** Those of the newest version. */
  private static Path programs() {
    String[] versions = Optional.ofNullable(VERSIONS.toFile().list()).orElse(new String[0]);
    String newest = Stream.of(versions).max(Comparator.comparing(Integer::valueOf)).orElse("none");
    return VERSIONS.resolve(newest).resolve("bin");
  }

  /** Starts it again, with what it had stored; returns when it listens. */
  public void start() {
    String options = "-p " + port + " -c listen_addresses=127.0.0.1 -k " + folder;
    String log = folder.resolve("server.log").toString();
    own("pg_ctl", "-w", "-D", data(), "-o", options, "-l", log, "start");
  }

  /** At once, as when it dies. */
  public void stop() {
    own("pg_ctl", "-w", "-m", "immediate", "-D", data(), "stop");
  }

  public int port() {
    return Integer.parseInt(port);
  }

  /** A value for {@code DATABASE_URL}. */
  public String url() {
    return url(port);
  }

  /** The same by another port that leads there. */
  public String url(String other) {
    return "postgresql://" + USER + ":" + PASSWORD + "@127.0.0.1:" + other + "/postgres";
  }

  /** Runs a statement; returns what it says. */
  public String sql(String statement) {
    return own("psql", "-d", url(), "-Atc", statement);
  }

  @Override
  public void close() {
    stop();
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private String own(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (ROOT) {
      command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
    }
    command.add(programs().resolve(program).toString());
    command.addAll(List.of(arguments));
    return run(command);
  }

  /** What it says goes to a file: a server that stays holds a pipe open. */
  private String run(List<String> command) {
    try {
      Path said = Files.createTempFile("tixgo", ".out");
      ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.redirectErrorStream(true).redirectOutput(said.toFile());
      int code = builder.start().waitFor();
      String text = Files.readString(said).strip();
      Files.delete(said);
      if (code != 0) {
        throw new AssertionError(command + ": " + text);
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
