package id.tixgo.common.caller;

import java.util.List;

/**
 * Where a device may scan.
 *
 * @param events ids; empty for any
 * @param gates names; empty for any, and for none at all
 */
public record Limits(List<String> events, List<String> gates) {
  /** A person's. */
  public static final Limits NONE = new Limits(List.of(), List.of());

  public Limits {
    events = List.copyOf(events);
    gates = List.copyOf(gates);
  }

  public boolean allowEvent(String eventId) {
    return events.isEmpty() || events.contains(eventId);
  }

  /**
   * Whether a scan is within both; gates are told apart by more than case.
   *
   * @param gate empty when the door has no name
   */
  public boolean allow(String eventId, String gate) {
    return allowEvent(eventId) && allowGate(gate);
  }

  private boolean allowGate(String gate) {
    return gates.isEmpty()
        || gates.contains(gate)
        || gates.stream().anyMatch(gate::equalsIgnoreCase);
  }
}
