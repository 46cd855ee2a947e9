package id.tixgo.notification.mail;

import id.tixgo.common.problem.Problem;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.loader.StringLoader;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Text in which somebody outside says what is to be put in: {@code {{ name }}}, and {@code {% if
 * place %}} with {@code not}, {@code and}, {@code or}, {@code else}. Whatever else Pebble knows is
 * refused before Pebble sees it. What comes of it is plain text: who makes HTML of it escapes it.
 */
final class WordsTemplate {
  static final List<String> VARIABLES = List.of("name", "event", "date", "place");

  private static final int LONGEST = 10_000;
  private static final int MOST_TAGS = 50;
  private static final Set<String> OPERATORS = Set.of("not", "and", "or");
  private static final String TERM = "(?:not\\s++)?+\\w{1,30}+";
  private static final Pattern BEGINNING = Pattern.compile("\\{[{%#]");
  private static final Pattern TAG =
      Pattern.compile(
          "\\{\\{\\s*+(\\w{1,30}+)\\s*+}}"
              + "|\\{%\\s*+(?:else|endif)\\s*+%}"
              + ("|\\{%\\s*+(?:if|elseif)\\s++(" + TERM)
              + ("(?:\\s++(?:and|or)\\s++" + TERM + "){0,5}+)\\s*+%}"));

  private static final PebbleEngine ENGINE =
      new PebbleEngine.Builder()
          .loader(new StringLoader())
          .autoEscaping(false)
          .newLineTrimming(false)
          .cacheActive(false)
          .maxRenderedSize(LONGEST)
          .methodAccessValidator((object, method) -> false)
          .build();

  private final PebbleTemplate template;

  private WordsTemplate(PebbleTemplate template) {
    this.template = template;
  }

  /**
   * Fails with {@code VALIDATION_ERROR}, which names the line.
   *
   * @param place where it stands in a request: {@code body.text}
   */
  static WordsTemplate of(String text, String place) {
    checkTags(text, place);
    try {
      return new WordsTemplate(ENGINE.getLiteralTemplate(text));
    } catch (PebbleException e) {
      int line = Optional.ofNullable(e.getLineNumber()).orElse(1);
      throw refused(place, line, "an if has no endif, or one too many");
    }
  }

  private static void checkTags(String text, String place) {
    Matcher beginning = BEGINNING.matcher(text);
    Matcher tag = TAG.matcher(text);
    int tags = 0;
    for (int at = 0; beginning.find(at); at = tag.end()) {
      int line = line(text, beginning.start());
      if (!tag.region(beginning.start(), text.length()).lookingAt()) {
        throw refused(place, line, "only variables and if, not, and, or, else, endif are known");
      }
      Optional<String> unknown =
          variables(tag).filter(name -> !VARIABLES.contains(name)).findFirst();
      if (unknown.isPresent()) {
        throw refused(place, line, "there is no '" + unknown.get() + "', only " + known());
      }
      if (++tags > MOST_TAGS) {
        throw refused(place, line, "there are more than " + MOST_TAGS + " tags");
      }
    }
  }

  private static Stream<String> variables(Matcher tag) {
    return Stream.of(Optional.ofNullable(tag.group(1)), Optional.ofNullable(tag.group(2)))
        .flatMap(Optional::stream)
        .flatMap(Pattern.compile("\\s+")::splitAsStream)
        .filter(word -> !OPERATORS.contains(word));
  }

  private static String known() {
    return String.join(", ", VARIABLES);
  }

  private static int line(String text, int place) {
    return 1 + (int) text.chars().limit(place).filter(c -> c == '\n').count();
  }

  private static Problem refused(String place, int line, String why) {
    return Problem.invalid(place, "line " + line + ": " + why, "template");
  }

  /** Fails when it is too long. */
  String render(Map<String, Object> values) {
    StringWriter written = new StringWriter();
    try {
      template.evaluate(written, values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return written.toString();
  }
}
