package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.tixgo.common.test.ServiceApi;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Venues and rooms, what stands in them, and events that take them. */
class PortalVenuesIT extends PortalDesk {
  private final LocalDate day = LocalDate.now(ZoneOffset.UTC).plusMonths(2);

  private ServiceApi house;

  @BeforeAll
  void findHouse() {
    house = system.event().as(token);
  }

  /** A venue in Makassar with a hall for 300; the path of the hall. */
  private String hall(String name) {
    JsonObject venue = new JsonObject().put("name", name).put("time_zone", "Asia/Makassar");
    int id = house.post("/venues", venue).expect(201).json().getInteger("id");
    JsonObject room = new JsonObject().put("name", "Aula").put("capacity", 300);
    String rooms = "/venues/" + id + "/rooms";
    return rooms + "/" + house.post(rooms, room).expect(201).json().getInteger("id");
  }

  /** An event in a hall from 19.00 to 22.00 there. */
  private String eventIn(String hall, String title) {
    String[] parts = hall.split("/", -1);
    return house
        .post(
            "/events",
            new JsonObject()
                .put("title", title)
                .put("start_time", day + "T19:00:00")
                .put("end_time", day + "T22:00:00")
                .put("capacity", 200)
                .put("venue_id", Integer.valueOf(parts[2]))
                .put("room_id", Integer.valueOf(parts[4])))
        .expect(201)
        .text("id");
  }

  private static String place(String hall) {
    String[] parts = hall.split("/", -1);
    return parts[2] + "/" + parts[4];
  }

  private Locator alert() {
    return page.locator("[role=alert]");
  }

  private Locator field(String name) {
    return page.locator("main [name=" + name + "]");
  }

  @Test
  void anEventShouldBeMadeInARoomOfANewVenue() {
    goTo("#/venues");
    page.getByText("Buat venue").first().click();
    field("name").fill("Celebes Hall");
    field("address").fill("Makassar");
    field("time_zone").fill("Asia/Makassar");
    button("Simpan").click();
    expectHeading("Celebes Hall");
    field("name").fill("Aula Besar");
    field("capacity").fill("300");
    button("Tambah ruangan").click();
    assertThat(page.locator("tbody tr")).containsText("Aula Besar");
    goTo("#/events/new");
    field("title").fill("Pesta Laut");
    field("place").selectOption("Celebes Hall · Aula Besar (300)");
    assertThat(page.getByText("WITA (Asia/Makassar)")).hasCount(2);
    assertThat(field("time_zone")).hasCount(0);
    field("start_time").fill(day + "T19:00");
    field("end_time").fill(day + "T22:00");
    field("capacity").fill("301");
    button("Simpan").click();
    assertThat(field("capacity")).hasAccessibleDescription("300 atau kurang.");
    field("capacity").fill("300");
    button("Simpan").click();
    expectHeading("Pesta Laut");
    page.getByText("Celebes Hall · Aula Besar").click();
    expectHeading("Aula Besar");
    assertThat(page.locator("tbody tr")).containsText("Pesta Laut");
    assertThat(page.locator("tbody tr")).containsText("19.00 WITA");
  }

  @Test
  void aRoomThatIsTakenShouldBeSaidWithWhatStandsThereAndTheFormKept() {
    String hall = hall("Gedung Satu");
    eventIn(hall, "Konser Pertama");
    goTo("#/events/new");
    field("title").fill("Konser Kedua");
    field("description").fill("Baris satu\nBaris dua");
    field("place").selectOption(place(hall));
    field("start_time").fill(day + "T21:00");
    field("end_time").fill(day + "T23:00");
    button("Simpan").click();
    assertThat(alert()).containsText("Ruangan itu sudah terpakai pada waktu itu.");
    assertThat(alert()).containsText("Konser Pertama: ");
    assertThat(alert()).containsText("22.00 WITA");
    chromium.forgive("409");
    assertThat(field("title")).hasValue("Konser Kedua");
    assertThat(field("description")).hasValue("Baris satu\nBaris dua");
    assertThat(field("place")).hasValue(place(hall));
    field("start_time").fill(day + "T22:00");
    button("Simpan").click();
    expectHeading("Konser Kedua");
  }

  /** Who changes a title moves nothing. */
  @Test
  void anEventsPlaceAndTimesShouldStayWhenItsFormIsSaved() {
    String event = eventIn(hall("Gedung Dua"), "Konser Lama");
    JsonObject before = admin.get("/events/" + event).expect(200).json();
    goTo("#/events/" + event + "/edit");
    assertThat(field("start_time")).hasValue(day + "T19:00");
    field("title").fill("Konser Baru");
    button("Simpan").click();
    expectHeading("Konser Baru");
    JsonObject after = admin.get("/events/" + event).expect(200).json();
    for (String name : before.fieldNames()) {
      if (!name.equals("title") && !name.equals("updated_at")) {
        assertEquals(before.getValue(name), after.getValue(name), name);
      }
    }
  }

  @Test
  void anEventShouldBeCancelledInItsFormAfterAQuestionAlone() {
    String hall = hall("Gedung Tiga");
    String event = eventIn(hall, "Konser Batal");
    goTo("#/events/" + event + "/edit");
    field("status").selectOption("cancelled");
    button("Simpan").click();
    page.keyboard().press("Escape");
    assertThat(field("status")).hasValue("cancelled");
    assertEquals("published", admin.get("/events/" + event).text("status"));
    button("Simpan").click();
    inDialog("Batalkan acara").click();
    expectHeading("Konser Batal");
    assertEquals("cancelled", admin.get("/events/" + event).text("status"));
    assertEquals(0, house.get(hall + "/schedule").expect(200).array().size());
  }

  @Test
  void aRoomShouldBeBlockedAndFreedInItsOwnTime() {
    String hall = hall("Gedung Empat");
    goTo("#" + hall);
    expectHeading("Aula");
    assertThat(page.locator("main .empty")).containsText("ruangannya kosong");
    block("08:00", "12:00", "Gladi bersih");
    assertThat(page.locator("tbody tr")).containsText("Gladi bersih");
    assertThat(page.locator("tbody tr")).containsText("08.00 WITA");
    block("11:00", "13:00", "Rapat");
    assertThat(alert()).containsText("Gladi bersih: ");
    chromium.forgive("409");
    assertThat(field("reason")).hasValue("Rapat");
    page.locator("tbody button").click();
    inDialog("Batalkan penutupan").click();
    assertThat(page.locator("tbody tr")).hasCount(0);
    assertEquals(0, house.get(hall + "/schedule").expect(200).array().size());
  }

  private void block(String from, String to, String reason) {
    field("start_time").fill(day + "T" + from);
    field("end_time").fill(day + "T" + to);
    field("reason").fill(reason);
    button("Tutup ruangan").click();
  }

  @Test
  void whatStandsInAVenueShouldBeSaidToWhoTakesItAway() {
    String hall = hall("Gedung Lima");
    eventIn(hall, "Konser Nanti");
    goTo("#" + hall);
    field("capacity").fill("100");
    button("Simpan").click();
    assertThat(alert()).containsText("pesertanya lebih banyak dari itu");
    assertThat(alert()).containsText("Konser Nanti");
    button("Hapus ruangan").click();
    inDialog("Hapus ruangan").click();
    assertThat(alert()).containsText("Konser Nanti: ");
    goTo("#" + hall.replaceFirst("/rooms.*", ""));
    button("Hapus").click();
    inDialog("Hapus").click();
    assertThat(alert()).containsText("Pindahkan atau hapus dulu");
    assertThat(alert()).containsText("Konser Nanti: ");
    chromium.forgive("409");
  }

  @Test
  void ofTwoWhoChangeAVenueNeitherShouldLoseAnything() {
    String venue = hall("Gedung Enam").replaceFirst("/rooms.*", "");
    goTo("#" + venue + "/edit");
    field("name").fill("Gedung Saya");
    house.patch(venue, new JsonObject().put("address", "Jalan Lain")).expect(200);
    button("Simpan").click();
    assertThat(page.locator(".draft")).isVisible();
    chromium.forgive("412");
    assertThat(field("address")).hasValue("Jalan Lain");
    button("Simpan").click();
    expectHeading("Gedung Saya");
    assertEquals("Jalan Lain", house.get(venue).text("address"));
  }

  @Test
  void theCommitteeShouldSeeVenuesAndChangeNone() {
    String hall = hall("Gedung Tujuh");
    Page committee = desk(system.tokenOf("committee"));
    committee.locator("nav").getByText("Venue").click();
    committee.getByLabel("Cari").fill("tujuh");
    committee.locator("main").getByText("Gedung Tujuh").click();
    assertThat(committee.locator("main h1")).hasText("Gedung Tujuh");
    assertThat(committee.locator("main form, main button")).hasCount(0);
    committee.getByText("Aula").click();
    assertThat(committee.locator("main h1")).hasText("Aula");
    assertThat(committee.locator("main button")).hasCount(0);
    committee.navigate("/#" + hall.replaceFirst("/rooms.*", "/edit"));
    assertThat(committee.locator("main h1")).hasText("Ini bukan untuk peran Anda");
    committee.context().close();
  }
}
