package id.tixgo.launcher.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Checks that go wrong themselves. */
class ExaminationTest {
  private static final Finding FINE = Finding.ok("All is fine.");

  private record Fixed(String subject, Supplier<List<Finding>> found) implements Check {
    @Override
    public List<Finding> look() {
      return found.get();
    }
  }

  @Test
  void aCheckThatHangsShouldBeNamedAndKeepNoOtherFromBeingTold() {
    List<Finding> findings =
        Examination.of(
            List.of(new Fixed("The disk", ExaminationTest::hang), fine()), /* longestMs= */ 1_000);
    assertEquals(
        List.of(Finding.fail("The disk gave no answer within seconds: it hangs."), FINE), findings);
  }

  @Test
  void aCheckThatBreaksShouldBeNamedWithoutWhatItsMessageMayTell() {
    List<Finding> findings = Examination.of(List.of(fine(), new Fixed("The disk", this::broken)));
    assertEquals(
        List.of(FINE, Finding.fail("The disk can't be looked at: IllegalStateException.")),
        findings);
  }

  private static Check fine() {
    return new Fixed("This", () -> List.of(FINE));
  }

  private List<Finding> broken() {
    throw new IllegalStateException("the secret is xyzzy");
  }

  private static List<Finding> hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return List.of();
  }
}
