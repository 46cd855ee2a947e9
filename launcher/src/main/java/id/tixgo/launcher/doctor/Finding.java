package id.tixgo.launcher.doctor;

import static java.util.Objects.requireNonNull;

/**
 * What a check has found.
 *
 * @param sentence what is so and, where it isn't well, what to do
 */
record Finding(Level level, String sentence) {
  Finding {
    requireNonNull(level);
    requireNonNull(sentence);
  }

  /** How bad it is: what fails keeps TixGo from its work, or somebody may do what he mustn't. */
  enum Level {
    OK("ok  "),
    WARN("warn"),
    FAIL("FAIL");

    private final String word;

    Level(String word) {
      this.word = word;
    }
  }

  static Finding ok(String sentence) {
    return new Finding(Level.OK, sentence);
  }

  static Finding warn(String sentence) {
    return new Finding(Level.WARN, sentence);
  }

  static Finding fail(String sentence) {
    return new Finding(Level.FAIL, sentence);
  }

  /** As an operator reads it. */
  String line() {
    return level.word + "  " + sentence;
  }
}
