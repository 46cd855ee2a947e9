package id.tixgo.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The simulator's mail server, and its page. */
class MailDoorTest {
  private static final String MAIL =
      """
      Message-ID: <1@tixgo.example>
      Subject: =?UTF-8?Q?Tiket_=3Cb=3E_=E2=80=93?=
       =?UTF-8?Q?_Anda?=
      Content-Type: multipart/alternative; boundary="x"

      --x
      Content-Type: text/plain

      ..one dot
      --x
      Content-Type: text/html; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      <p class=3D"a">Sa=
      lam</p>
      --x--
      .
      """;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private Simulator simulator;

  @BeforeEach
  void start() {
    SimulatorConfig config = SimulatorConfig.forTests("http://127.0.0.1:1/");
    simulator = Simulator.start(vertx, config).await();
  }

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  @Test
  void aMailThatArrivesShouldBeShown() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), simulator.smtpPort());
        BufferedReader in =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1))) {
      in.readLine();
      for (String line :
          List.of("EHLO t", "MAIL FROM:<a@x.example>", "RCPT TO:<b@x.example>", "DATA")) {
        say(socket, in, line);
      }
      assertEquals("250 taken", say(socket, in, MAIL.replace("\n", "\r\n").strip()));
    }
    JsonObject mail = new JsonObject(get("/_sim/mails")).getJsonArray("mails").getJsonObject(0);
    assertEquals("b@x.example", mail.getString("to"));
    assertEquals("Tiket <b> – Anda", mail.getString("subject"));
    assertEquals("<1@tixgo.example>", mail.getString("message_id"));
    String page = get("/mail");
    assertTrue(page.contains("Tiket &lt;b&gt; – Anda") && !page.contains("<b>"), page);
    assertEquals("<p class=\"a\">Salam</p>", get("/mail/1").strip());
    assertTrue(get("/mail/1/source").contains("\n.one dot"));
    assertFalse(get("/mail/2").contains("Salam"));
  }

  private static String say(Socket socket, BufferedReader in, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(ISO_8859_1));
    return in.readLine();
  }

  private String get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path)).build();
    return client.send(request, BodyHandlers.ofString()).body();
  }
}
