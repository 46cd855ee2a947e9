package id.tixgo.ticketing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import id.tixgo.common.test.Answer;
import id.tixgo.common.test.Eventually;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tickets as their owner shows, prints and remembers them. */
class TicketDocumentsIT {
  private static TicketOffice office;
  private static ServiceApi siti;
  private static ServiceApi budi;
  private String event;
  private String booking;

  @BeforeAll
  static void start() {
    office = new TicketOffice(2, Map.of());
    siti = office.buyer();
    budi = office.buyer();
  }

  @AfterAll
  static void stop() {
    office.close();
  }

  @BeforeEach
  void hold() {
    event = office.event(100);
    String type = office.type(event, "REGULAR", 0, 10);
    Answer held = TicketOffice.hold(siti, event, type, 3).expect(201);
    booking = held.header("Location").orElseThrow();
  }

  private List<JsonObject> buy() {
    siti.send("POST", booking + "/confirm-payment", "").expect(200);
    return tickets();
  }

  private List<JsonObject> tickets() {
    JsonArray tickets = siti.get(booking + "/tickets").expect(200).array();
    return tickets.stream().map(JsonObject.class::cast).toList();
  }

  @Test
  void theQrCodeShouldHoldTheCodeAndASignatureOfAKnownKey() {
    String kid = key().getString("kid");
    for (JsonObject ticket : buy()) {
      String code = ticket.getString("ticket_id");
      assertTrue(ticket.getString("qr").matches("TIXGO1:" + kid + ':' + code + ":[A-Z2-7]{103}"));
      assertEquals(ticket, siti.get("/tickets/" + code).expect(200).json());
    }
  }

  private static JsonObject key() {
    Answer keys = office.admin().get("/ticket-keys").expect(200);
    assertEquals(1, keys.array().size());
    return keys.array().getJsonObject(0);
  }

  @Test
  void theKeysShouldBeStaffs() {
    siti.get("/ticket-keys").expect(403, "FORBIDDEN");
    assertEquals("Ed25519", key().getString("alg"));
    assertTrue(key().getString("public_key").matches("[A-Za-z0-9_-]{43}"));
  }

  @Test
  void aBookingShouldBePrintedATicketAPage() throws Exception {
    List<JsonObject> tickets = buy();
    HttpResponse<byte[]> pdf = read(siti, booking + "/tickets.pdf");
    assertEquals(200, pdf.statusCode());
    assertEquals("application/pdf", header(pdf, "Content-Type"));
    assertEquals(
        "inline; filename=\"tickets-" + booking.substring("/bookings/".length()) + ".pdf\"",
        header(pdf, "Content-Disposition"));
    assertEquals("private, no-cache", header(pdf, "Cache-Control"));
    try (PDDocument document = Loader.loadPDF(pdf.body())) {
      assertEquals(3, document.getNumberOfPages());
      String text = new PDFTextStripper().getText(document);
      tickets.forEach(ticket -> assertTrue(text.contains(ticket.getString("ticket_id")), text));
      assertTrue(text.contains("Concert"), text);
    }
  }

  @Test
  void aTicketShouldBeReadAgainOnlyWhenItChanged() throws Exception {
    String code = buy().get(0).getString("ticket_id");
    for (String path : List.of("/tickets/" + code + ".pdf", "/tickets/" + code + ".svg")) {
      HttpResponse<byte[]> first = read(siti, path);
      String tag = header(first, "ETag");
      assertEquals(304, read(siti.with("If-None-Match", tag), path).statusCode(), path);
    }
  }

  @Test
  void aPageShouldBeInTheLanguageAndFormThatWereAskedFor() throws Exception {
    String path = "/tickets/" + buy().get(0).getString("ticket_id") + ".pdf";
    assertTrue(text(siti, path).contains("Thursday, 31 December 2099"));
    ServiceApi indonesian = siti.with("Accept-Language", "id-ID,id;q=0.9,en;q=0.8");
    assertTrue(text(indonesian, path).contains("Kamis, 31 Desember 2099"));
    assertTrue(text(indonesian, path + "?lang=en").contains("Thursday"));
    try (PDDocument phone = Loader.loadPDF(read(siti, path + "?layout=phone").body())) {
      assertTrue(phone.getPage(0).getMediaBox().getWidth() < 400);
    }
    siti.get(path + "?layout=a5").expect(422, "VALIDATION_ERROR");
    siti.get(path + "?lang=fr").expect(422, "VALIDATION_ERROR");
  }

  private static String text(ServiceApi api, String path) throws Exception {
    try (PDDocument document = Loader.loadPDF(read(api, path).body())) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void timeAndPlaceShouldBeThoseOfTheEvent() throws Exception {
    JsonObject patch = new JsonObject().put("location", "Stade").put("time_zone", "Asia/Jayapura");
    change(patch);
    String path = "/tickets/" + buy().get(0).getString("ticket_id") + ".pdf";
    Eventually.await("the page has the place", () -> says(path, "Stade"));
    assertTrue(says(path, "21:00 WIT"));
    assertEquals("Stade", calendar().getLocation().getValue());
  }

  private static boolean says(String path, String text) {
    try {
      return text(siti, path).contains(text);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theCalendarShouldFollowTheEventAndTheBooking() {
    buy();
    VEvent entry = calendar();
    assertEquals("Concert", entry.getSummary().getValue());
    assertEquals(
        Instant.parse("2099-12-31T12:00:00Z"), entry.getDateStart().getValue().toInstant());
    assertTrue(entry.getStatus().isConfirmed());
    change(new JsonObject().put("title", "Concert, moved"));
    Eventually.await(
        "the new title is in the calendar",
        () -> calendar().getSummary().getValue().equals("Concert, moved"));
    VEvent moved = calendar();
    assertEquals(entry.getUid(), moved.getUid());
    assertTrue(moved.getSequence().getValue() > entry.getSequence().getValue());
    office.admin().post(booking + "/cancel", new JsonObject()).expect(200);
    VEvent cancelled = calendar();
    assertEquals(entry.getUid(), cancelled.getUid());
    assertTrue(cancelled.getStatus().isCancelled());
    assertTrue(cancelled.getSequence().getValue() > moved.getSequence().getValue());
  }

  private void change(JsonObject patch) {
    office.system().event().as(office.adminToken()).patch("/events/" + event, patch).expect(200);
  }

  private VEvent calendar() {
    Answer file = siti.get(booking + "/tickets.ics").expect(200);
    assertTrue(file.header("Content-Type").orElse("").startsWith("text/calendar"));
    return Biweekly.parse(file.body()).first().getEvents().get(0);
  }

  @Test
  void whatIsNotPaidShouldHaveNoDocuments() {
    siti.get(booking + "/tickets.pdf").expect(409, "NO_TICKETS");
    siti.get(booking + "/tickets.ics").expect(409, "NO_TICKETS");
    assertEquals(List.of(), tickets());
  }

  @Test
  void whatOpensNoDoorShouldHaveNone() {
    String ticket = "/tickets/" + buy().get(0).getString("ticket_id");
    office.admin().post(booking + "/cancel", new JsonObject()).expect(200);
    siti.get(ticket + ".pdf").expect(409, "TICKET_REVOKED");
    siti.get(ticket + ".svg").expect(409, "TICKET_REVOKED");
    siti.get(booking + "/tickets.pdf").expect(409, "NO_TICKETS");
    assertFalse(siti.get(ticket).expect(200).json().containsKey("qr") && qr(ticket) != null);
  }

  private static String qr(String ticket) {
    return siti.get(ticket).expect(200).text("qr");
  }

  @Test
  void whatWasGivenAwayShouldHaveAnotherQrCode() {
    String ticket = "/tickets/" + buy().get(0).getString("ticket_id");
    String before = siti.get(ticket + ".svg").expect(200).body();
    JsonObject holder = new JsonObject().put("holder_name", "Budi");
    String given =
        siti.post(ticket + "/transfer", holder).expect(200).header("Location").orElseThrow();
    siti.get(ticket + ".svg").expect(404, "NOT_FOUND");
    siti.get(ticket + ".pdf").expect(404, "NOT_FOUND");
    assertNotEquals(before, siti.get(given + ".svg").expect(200).body());
  }

  @Test
  void whatIsSomebodyElsesShouldNotBeFound() {
    String ticket = "/tickets/" + buy().get(0).getString("ticket_id");
    for (String path :
        List.of(
            ticket + ".pdf", ticket + ".svg", booking + "/tickets.pdf", booking + "/tickets.ics")) {
      budi.get(path).expect(404, "NOT_FOUND");
      office.admin().get(path).expect(200);
      office.system().service("ticketing").get(path).expect(401, "UNAUTHORIZED");
    }
  }

  private static HttpResponse<byte[]> read(ServiceApi api, String path)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + path))
            .headers(api.headers().toArray(String[]::new))
            .timeout(Duration.ofSeconds(30))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("");
  }
}
