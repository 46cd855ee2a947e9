package id.tixgo.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.RunningSystem;
import id.tixgo.common.test.ServiceApi;
import id.tixgo.common.test.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Long files, and readers that take their time. */
class BulkExportIT {
  private static final int ROWS = 20_000;
  private static final String EVENT = "besar";
  private static final int FEWEST_MEANWHILE = 20;
  private static final int MOST_AT_ONCE = 2;
  private static RunningSystem system;
  private static ServiceApi staff;
  private static String token;

  @BeforeAll
  static void start() {
    Path folder = RunningSystem.newFolder();
    StoredHistory.write(folder, EVENT, ROWS);
    system =
        new RunningSystem(
            List.of("identity", "event", "attendance"), Map.of("DATA_DIR", folder.toString()));
    token = system.tokenOf("committee");
    staff = system.attendance().as(token);
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @ParameterizedTest
  @CsvSource({"csv,''", "xlsx,''", "csv,/scans", "xlsx,/scans"})
  void allRowsShouldComeWhileOthersAreServed(String format, String rest) {
    String path = "/attendance/" + EVENT + rest + "?format=" + format;
    CompletableFuture<Spreadsheet> download =
        CompletableFuture.supplyAsync(
            () ->
                format.equals("csv")
                    ? Spreadsheet.csv(staff, path)
                    : Spreadsheet.xlsx(staff, path));
    int served = 0;
    while (!download.isDone()) {
      system.attendance().get("/health").expect(200);
      served++;
    }
    assertTrue(served >= FEWEST_MEANWHILE, "others had " + served + " turns");
    assertEquals(
        IntStream.rangeClosed(1, ROWS).mapToObj(String::valueOf).toList(),
        download.join().column("seq"));
  }

  @Test
  void moreThanTwoXlsxAtOnceShouldWaitAndThoseLeftShouldEnd() throws IOException {
    List<Socket> slow = IntStream.range(0, MOST_AT_ONCE).mapToObj(i -> beginToRead()).toList();
    Answer refused = staff.get(path()).expect(503, "OVERLOADED");
    assertEquals("1", refused.header("Retry-After").orElse(""));
    assertTrue(refused.header("Content-Disposition").isEmpty());
    staff.get("/attendance/" + EVENT + "?format=csv").expect(200);
    for (Socket socket : slow) {
      socket.close();
    }
    Answer again = staff.get(path());
    while (again.status() == 503) {
      again = staff.get(path());
    }
    again.expect(200);
  }

  private static String path() {
    return "/attendance/" + EVENT + "?format=xlsx";
  }

  /** Reads the first byte and no more. */
  private static Socket beginToRead() {
    try {
      Socket socket = new Socket();
      socket.setReceiveBufferSize(1024);
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), system.attendance().port()));
      String head =
          Wire.head("GET " + path() + " HTTP/1.1", "Host: x", "Authorization: Bearer " + token);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      assertEquals('H', socket.getInputStream().read());
      return socket;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
