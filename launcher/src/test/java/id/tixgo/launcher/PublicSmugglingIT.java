package id.tixgo.launcher;

class PublicSmugglingIT extends Smuggling {
  PublicSmugglingIT() {
    super("gateway", "EVENT_PORT", "/events");
  }
}
