package id.tixgo.notification.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.notification.domain.KnownEvent;
import id.tixgo.notification.domain.OwnWords;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in an organiser's own words, and what comes of it. */
class OwnPagesTest {
  private static final Optional<String> NOTHING = Optional.empty();
  private static final MailPage OURS =
      new MailPage("id", "Ours", "Halo,", List.of("One"), List.of(), Optional.empty(), "");

  @Test
  void variablesShouldBePutInAsTheyAre() {
    assertEquals(
        "Siti <b>: Jazz {{ name }} & Soul\npada Jumat, 1 Januari 2027, 19.00 WIB di Sabuga }} 5 % {",
        written("{{ name }}: {{event}}\npada {{  date }} di {{ place}} }} 5 % {", "Sabuga"));
  }

  @Test
  void whatDependsOnAVariableShouldStandWhereItHasAValue() {
    String text =
        "{% if not place and name %}Di rumah{% else %}Di {{ place }}{% endif %}\n\n\n\nYa";
    assertEquals("Di rumah\n\nYa", written(text, null));
    assertEquals("Di Sabuga\n\nYa", written(text, "Sabuga"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ name.class }}",
        "{{ name.getClass() }}",
        "{{ name['class'] }}",
        "{{ name | raw }}",
        "{{ name | upper }}",
        "{{ range(1, 1000000) }}",
        "{{ 1..9 }}",
        "{{ \"a\" ~ \"b\" }}",
        "{{ secret }}",
        "{{{ name }}}",
        "{{ name",
        "{% for x in name %}x{% endfor %}",
        "{% include 'x' %}",
        "{% import 'x' %}",
        "{% extends 'x' %}",
        "{% macro x() %}{% endmacro %}",
        "{% set x = name %}",
        "{% block x %}{% endblock %}",
        "{% verbatim %}{% endverbatim %}",
        "{% autoescape false %}{% endautoescape %}",
        "{% if name.empty %}{% endif %}",
        "{% if name == 'x' %}{% endif %}",
        "{% if secret %}{% endif %}",
        "{% if not %}{% endif %}",
        "{% if name and %}{% endif %}",
        "{% if ((((name)))) %}{% endif %}",
        "{% if name %}",
        "{% endif %}",
        "{% else %}",
        "{%- if name -%}{% endif %}",
        "{# hidden #}"
      })
  void whateverElseATemplateKnowsShouldBeRefusedWithItsLine(String text) {
    OwnWords own = words(NOTHING, Optional.of("Halo\n" + text));
    Problem refused =
        assertThrows(Problem.class, () -> OwnPages.check(own, event(Optional.of("Sabuga"))));
    assertEquals(ProblemKind.VALIDATION_ERROR, refused.kind());
    assertTrue(refused.getMessage().startsWith("body.text: line 2: "), refused.getMessage());
  }

  @Test
  void whatGrowsTooLongShouldBeRefused() {
    String many = "{{ event }}".repeat(51);
    assertThrows(Problem.class, () -> written(many, null));
    KnownEvent wordy = event("Jazz ".repeat(60), NOTHING);
    OwnWords own = words(NOTHING, Optional.of("{{ event }}".repeat(50)));
    Problem refused = assertThrows(Problem.class, () -> OwnPages.check(own, wordy));
    assertEquals("body.text: what comes of it is too long", refused.getMessage());
  }

  @Test
  void aSubjectShouldStayALine() {
    OwnWords own = words(Optional.of("{{ event }}\r\nBcc: all@tixgo.id\0"), NOTHING);
    MailPage page = OwnPages.written(OURS, own, event("Jazz\r\nX: y", NOTHING), "Siti");
    assertEquals("Jazz X: y Bcc: all@tixgo.id", page.subject());
    assertEquals(OURS.paragraphs(), page.paragraphs());
    OwnWords none = words(Optional.of("{{ place }}"), NOTHING);
    assertEquals("Ours", OwnPages.written(OURS, none, event(NOTHING), "Siti").subject());
  }

  @Test
  void oursShouldBeUsedWhereTheOthersCanNot() {
    OwnWords own = words(NOTHING, Optional.of("{% for x in name %}"));
    assertSame(OURS, OwnPages.of(OURS, own, event(NOTHING), "Siti"));
  }

  private static String written(String text, String place) {
    OwnWords own = words(NOTHING, Optional.of(text));
    KnownEvent event = event("Jazz {{ name }} & Soul", Optional.ofNullable(place));
    List<String> paragraphs = OwnPages.written(OURS, own, event, "Siti <b>").paragraphs();
    assertEquals("One", paragraphs.get(0));
    return String.join("\n\n", paragraphs.subList(1, paragraphs.size()));
  }

  private static OwnWords words(Optional<String> subject, Optional<String> text) {
    return new OwnWords("e1", "id", subject, text, Instant.EPOCH);
  }

  private static KnownEvent event(Optional<String> place) {
    return event("Jazz", place);
  }

  private static KnownEvent event(String title, Optional<String> place) {
    Instant start = Instant.parse("2027-01-01T12:00:00Z");
    return new KnownEvent(
        "e1", title, start, Optional.empty(), place, "Asia/Jakarta", false, false, NOTHING);
  }
}
