package id.tixgo.launcher;

class SmugglingIT extends Smuggling {
  SmugglingIT() {
    super("attendance", "EVENT_PORT", "/events");
  }
}
