package id.tixgo.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tixgo.identity.domain.EmailAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  @ParameterizedTest
  @CsvSource({
    "siti@tixgo.id, siti@tixgo.id",
    "' Siti.A@TixGo.ID\u00a0', siti.a@tixgo.id",
    "O'Brien+tickets@mail.example.com, o'brien+tickets@mail.example.com",
    "siti@Bücher.example, siti@xn--bcher-kva.example",
    "siti@ｔｉｘｇｏ.id, siti@tixgo.id",
    "siti@tixgo。id, siti@tixgo.id"
  })
  void anAddressShouldHaveOneForm(String text, String address) {
    assertEquals(Optional.of(address), EmailAddress.of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@",
        "siti",
        "@tixgo.id",
        "siti@",
        "siti@tixgo",
        "siti@.id",
        "siti@tixgo..id",
        "siti@-tixgo.id",
        "siti@tixgo.id.",
        "siti@tix_go.id",
        ".siti@tixgo.id",
        "si..ti@tixgo.id",
        "si ti@tixgo.id",
        "si\nti@tixgo.id",
        "a@b@tixgo.id",
        "sıti@tixgo.id",
        "сiti@tixgo.id",
        "<siti@tixgo.id>",
        "\"siti\"@tixgo.id",
        "siti@tixgo.id,dewi@tixgo.id"
      })
  void whatIsNoAddressShouldBeRefused(String text) {
    assertEquals(Optional.empty(), EmailAddress.of(text));
  }

  @Test
  void anAddressShouldHaveAtMost254CharactersAnd64BeforeTheAt() {
    assertEquals(254, EmailAddress.of(address(64, 254)).orElseThrow().length());
    assertEquals(Optional.empty(), EmailAddress.of(address(64, 255)));
    assertEquals(Optional.empty(), EmailAddress.of(address(65, 200)));
  }

  private static String address(int local, int length) {
    StringBuilder address = new StringBuilder("a".repeat(local)).append('@');
    while (address.length() + 12 < length) {
      address.append("b".repeat(9)).append('.');
    }
    return address.append("c".repeat(length - address.length())).toString();
  }
}
