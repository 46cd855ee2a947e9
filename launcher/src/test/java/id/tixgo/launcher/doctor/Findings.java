package id.tixgo.launcher.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

/** What tests expect of findings. */
final class Findings {
  private Findings() {}

  /** One finding, of that level and with those parts in its sentence. */
  static void expect(Finding.Level level, List<Finding> findings, String... parts) {
    assertEquals(1, findings.size(), findings.toString());
    expect(level, findings.get(0), parts);
  }

  static void expect(Finding.Level level, Finding finding, String... parts) {
    assertEquals(level, finding.level(), finding.sentence());
    for (String part : parts) {
      assertTrue(finding.sentence().contains(part), finding.sentence());
    }
  }
}
