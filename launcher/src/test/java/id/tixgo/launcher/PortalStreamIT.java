package id.tixgo.launcher;

/** Portal's gateway to Attendance. */
class PortalStreamIT extends GatewayStream {
  PortalStreamIT() {
    super("portal", "ATTENDANCE_PORT", "/gateway/attendance");
  }
}
