package id.tixgo.simulator.gateway;

import static java.util.Objects.requireNonNull;

/** A call that the gateway refuses. */
public final class WireRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient WireReply reply;

  public WireRefusal(WireReply reply) {
    super("refused", null, false, false);
    this.reply = requireNonNull(reply);
  }

  public WireReply reply() {
    return reply;
  }
}
