package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The machine's own Python. */
record Python(String executable) {
  /** Aborts the test, and says so, where no Python has the module. */
  static Python with(String module) {
    return Stream.of("/usr/bin/python3", "python3")
        .map(Python::new)
        .filter(python -> python.has(module))
        .findFirst()
        .orElseGet(() -> skip(module));
  }

  String run(String... arguments) {
    try {
      Process process = start(arguments);
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, process.waitFor(), output);
      return output;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private boolean has(String module) {
    try {
      Process process = start("-c", "import " + module);
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(executable));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
  }

  private static Python skip(String module) {
    System.err.println("SKIPPED: no Python on this machine has " + module);
    return abort("no " + module);
  }
}
