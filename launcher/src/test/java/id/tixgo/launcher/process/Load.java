package id.tixgo.launcher.process;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;

/**
 * People at work on a system until it is gone, one of them with the same ticket, and what it told
 * them that it had done.
 */
final class Load {
  private final Map<String, String> settings;
  private final String prefix;
  private final String token;
  private final List<Thread> threads = new ArrayList<>();
  final Map<String, JsonObject> ticketToRecord = new ConcurrentHashMap<>();
  final Queue<String> users = new ConcurrentLinkedQueue<>();
  final Queue<String> events = new ConcurrentLinkedQueue<>();
  final Queue<Integer> refusals = new ConcurrentLinkedQueue<>();

  private record Work(String portVariable, String path, IntFunction<String> body) {}

  /** Nobody, who did nothing. */
  Load() {
    this.settings = Map.of();
    this.prefix = "";
    this.token = "";
  }

  /**
   * @param prefix of all names, so that no two loads use the same
   */
  Load(Map<String, String> settings, String prefix) throws IOException {
    this.settings = settings;
    this.prefix = prefix;
    this.token = Tixgo.logIn(settings.get("IDENTITY_PORT"));
  }

  Load start() {
    for (int door = 0; door < 4; door++) {
      String name = prefix + "-" + door + "-";
      run(new Work("ATTENDANCE_PORT", "/checkins", i -> scan(name + i)), this::checkedIn);
    }
    run(new Work("ATTENDANCE_PORT", "/checkins", i -> scan(prefix + "-0-0")), this::checkedIn);
    run(
        new Work("IDENTITY_PORT", "/auth/register", this::user),
        a -> users.add(text(a, "username")));
    run(new Work("EVENT_PORT", "/events", this::event), a -> events.add(text(a, "id")));
    return this;
  }

  /** What has been answered by now. */
  Load soFar() throws IOException {
    Load copy = new Load(settings, prefix);
    copy.ticketToRecord.putAll(ticketToRecord);
    copy.users.addAll(users);
    copy.events.addAll(events);
    return copy;
  }

  /** Waits until everyone has noticed that the system is gone. */
  void join() {
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void run(Work work, java.util.function.Consumer<JsonObject> done) {
    Thread thread = new Thread(() -> repeat(work, done));
    thread.start();
    threads.add(thread);
  }

  private void repeat(Work work, java.util.function.Consumer<JsonObject> done) {
    String port = settings.get(work.portVariable());
    try {
      for (int i = 0; ; i++) {
        HttpResponse<String> answer =
            Tixgo.send("POST", port, work.path(), token, work.body().apply(i));
        if (answer.statusCode() == 201) {
          done.accept(new JsonObject(answer.body()));
        } else if (answer.statusCode() != 409) {
          refusals.add(answer.statusCode());
        }
      }
    } catch (IOException e) {
      // The system is gone.
    }
  }

  private void checkedIn(JsonObject answer) {
    JsonObject checkIn = answer.getJsonObject("record");
    ticketToRecord.put(checkIn.getString("ticket_id"), checkIn);
  }

  private static String text(JsonObject answer, String name) {
    return answer.getString(name);
  }

  static String scan(String ticket) {
    return new JsonObject()
        .put("event_id", "evt1")
        .put("ticket_id", ticket)
        .put("gate", "G" + Math.floorMod(ticket.hashCode(), 3))
        .encode();
  }

  private String user(int i) {
    return new JsonObject()
        .put("username", prefix + "user" + i)
        .put("password", "secret-1")
        .encode();
  }

  private String event(int i) {
    return new JsonObject()
        .put("title", prefix + i)
        .put("start_time", "2026-12-31T12:00:00Z")
        .encode();
  }
}
