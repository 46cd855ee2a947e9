package id.tixgo.launcher;

/** Gateway's way to Event. */
class PublicStreamIT extends GatewayStream {
  PublicStreamIT() {
    super("gateway", "EVENT_PORT", "/api/v1");
  }
}
