package id.tixgo.common.config;

/** A setting that can't be used. The message is one sentence that names the variable. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ConfigException(String sentence) {
    super(sentence, null, false, false);
  }
}
