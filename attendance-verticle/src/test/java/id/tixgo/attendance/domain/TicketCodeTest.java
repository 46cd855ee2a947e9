package id.tixgo.attendance.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.common.test.TicketCodes;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TicketCodeTest {
  @Test
  void ofShouldGiveTheCodeOfEveryCase() {
    TicketCodes.all().forEach(c -> assertEquals(c.code(), TicketCode.of(c.text()), c.why()));
  }

  @Test
  void ofShouldGiveACodeItself() {
    TicketCodes.all().stream()
        .flatMap(c -> c.code().stream())
        .forEach(code -> assertEquals(Optional.of(code), TicketCode.of(code)));
  }

  @Test
  void ofShouldTakeCodesUpToTheirLength() {
    String longest = "x".repeat(128);
    assertEquals(Optional.of(longest), TicketCode.of(" ]C1" + longest + "\r\n"));
    assertEquals(Optional.empty(), TicketCode.of(longest + "x"));
    assertEquals(
        Optional.of("\ud83c\udfab".repeat(128)), TicketCode.of("\ud83c\udfab".repeat(128)));
  }
}
