package id.tixgo.launcher;

/** Attendance's gateway to Event. */
class GatewayStreamIT extends GatewayStream {
  GatewayStreamIT() {
    super("attendance", "EVENT_PORT", "");
  }
}
