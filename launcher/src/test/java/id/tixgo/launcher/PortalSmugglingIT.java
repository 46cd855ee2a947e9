package id.tixgo.launcher;

class PortalSmugglingIT extends Smuggling {
  PortalSmugglingIT() {
    super("portal", "IDENTITY_PORT", "/gateway/identity/events");
  }
}
