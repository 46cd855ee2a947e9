package id.tixgo.simulator.gateway;

/** A move that the payment's state doesn't allow; the message is a sentence. */
public final class MoveRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  public MoveRefused(String sentence) {
    super(sentence, null, false, false);
  }
}
