package id.tixgo.common.upstream;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsTest {
  @ParameterizedTest
  @CsvSource({
    "https://wallet.example,443",
    "http://wallet.example/,80",
    "https://wallet.example:8443,8443",
    "http://127.0.0.1:5001,5001"
  })
  void theSchemesPortShouldCountWhereNoneIsSaid(URI address, int port) {
    assertEquals(port, Ports.of(address));
  }
}
