package id.tixgo.common.store;

/** A shared log can't be followed any further by this node, with a sentence why. */
public final class BrokenLogException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public BrokenLogException(String sentence) {
    super(sentence);
  }
}
