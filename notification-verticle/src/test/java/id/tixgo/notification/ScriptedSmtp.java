package id.tixgo.notification;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that treats each recipient as a test says, and keeps what it has taken. */
final class ScriptedSmtp implements AutoCloseable {
  /** It takes no larger mail. */
  static final int LARGEST = 100_000;

  private final Map<String, Fate> nameToFate = new ConcurrentHashMap<>();
  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private final AtomicInteger waiting = new AtomicInteger();
  private final int port;
  private ServerSocket listening;

  /** What becomes of a mail. */
  enum Fate {
    TAKEN,
    BUSY,
    REFUSED,
    /** Its answer comes when the test releases it. */
    SLOW,
    /** Taken, but the connection ends before it is said. */
    DROPPED_AFTER_DATA
  }

  /** A mail whose data was read. */
  record Taken(String to, String messageId, String text) {}

  ScriptedSmtp() {
    listening = listen(0);
    port = listening.getLocalPort();
    accept();
  }

  int port() {
    return port;
  }

  List<Taken> taken() {
    return taken;
  }

  List<Taken> taken(String name) {
    return taken.stream().filter(mail -> mail.to().startsWith(name + "@")).toList();
  }

  void treat(String name, Fate fate) {
    nameToFate.put(name, fate);
  }

  /** How many mails were read whose answer waits for the release. */
  int waiting() {
    return waiting.get();
  }

  void release() {
    released.countDown();
  }

  /** Nobody listens any more. */
  void leave() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void comeBack() {
    listening = listen(port);
    accept();
  }

  private static ServerSocket listen(int port) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    ServerSocket socket = listening;
    start(
        () -> {
          while (!socket.isClosed()) {
            Socket client = socket.accept();
            start(() -> talk(client));
          }
        });
  }

  private interface Work {
    void run() throws IOException, InterruptedException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException | InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private void talk(Socket client) throws IOException, InterruptedException {
    try (client;
        BufferedReader in =
            new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1))) {
      say(client, "220 test");
      String to = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        switch (command) {
          case "RCPT" -> {
            to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
            say(client, recipient(to));
          }
          case "EHLO" -> say(client, "250-test\r\n250 SIZE " + LARGEST);
          case "DATA" -> {
            say(client, "354 go on");
            if (!data(client, in, to)) {
              return;
            }
          }
          case "QUIT" -> {
            say(client, "221 bye");
            return;
          }
          default -> say(client, "250 fine");
        }
      }
    }
  }

  private String recipient(String to) {
    return switch (fate(to)) {
      case BUSY -> "451 4.3.0 try later";
      case REFUSED -> "550 5.1.1 no such\u0007 mailbox";
      default -> "250 fine";
    };
  }

  private boolean data(Socket client, BufferedReader in, String to)
      throws IOException, InterruptedException {
    StringBuilder text = new StringBuilder();
    for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
      text.append(line).append('\n');
    }
    String messageId =
        text.toString().lines().filter(l -> l.startsWith("Message-ID: ")).findFirst().orElse("");
    if (fate(to) == Fate.SLOW) {
      waiting.incrementAndGet();
      released.await();
    }
    taken.add(new Taken(to, messageId, text.toString()));
    boolean says = fate(to) != Fate.DROPPED_AFTER_DATA;
    if (says) {
      say(client, "250 taken");
    }
    return says;
  }

  private Fate fate(String to) {
    return nameToFate.getOrDefault(to.substring(0, to.indexOf('@')), Fate.TAKEN);
  }

  private static void say(Socket client, String line) throws IOException {
    client.getOutputStream().write((line + "\r\n").getBytes(ISO_8859_1));
    client.getOutputStream().flush();
  }

  @Override
  public void close() {
    release();
    leave();
  }
}
