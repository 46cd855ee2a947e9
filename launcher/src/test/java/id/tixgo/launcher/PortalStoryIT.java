package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import id.tixgo.common.test.Chromium;
import id.tixgo.common.test.RunningSystem;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A whole evening in the browser, in Indonesian, as it comes first. */
class PortalStoryIT {
  private static final String LIST =
      """
      ticket_id,holder_name,ticket_type,gates
      T-001,Siti Aminah,VIP,
      T-002,Budi Santoso,Reguler,
      T-003,Dewi Lestari,Reguler,B
      """;

  private RunningSystem system;
  private Chromium chromium;
  private Page page;
  private String eventId;

  @BeforeEach
  void start() {
    chromium = new Chromium(List.of());
    system = RunningSystem.whole();
    page = newPage();
  }

  @AfterEach
  void stop() {
    chromium.close();
    system.close();
  }

  @Test
  void anEveningShouldGoWell() throws IOException {
    register("panitia");
    assertThat(heading("Acara")).isVisible();
    promote("panitia");
    createEvent();
    uploadList();
    openDoor();
    letIn("T-001", "Siti Aminah");
    refuse("T-999", "Tidak ada di daftar");
    refuse("T-003", "Gerbang salah");
    refuse("T-001", "Sudah pernah masuk");
    assertThat(page.locator("#answer")).containsText("oleh panitia");
    Page dashboard = openDashboard();
    assertThat(dashboard.locator("#checked-in strong")).hasText("1");
    workOffline(dashboard);
    resolveConflict(dashboard);
    download(dashboard);
    logOut();
  }

  private void register(String name) {
    page.navigate("/");
    assertThat(heading("Satu tiket, satu kali masuk.")).isVisible();
    page.locator("main").getByText("Daftar", exactly()).click();
    page.getByLabel("Nama pengguna").fill(name);
    page.getByLabel("Kata sandi").fill("rahasia-1");
    page.getByLabel("Nama lengkap").fill("Panitia Satu");
    button("Daftar").click();
  }

  /** What the admin does at another desk takes effect without a new log-in. */
  private void promote(String name) {
    Page desk = newPage();
    desk.navigate("/#/login");
    desk.getByLabel("Nama pengguna").fill("admin");
    desk.getByLabel("Kata sandi").fill("admin-secret");
    desk.locator("main").getByText("Login", exactly()).last().click();
    desk.locator("nav").getByText("Pengguna", exactly()).click();
    desk.getByLabel("Peran " + name).selectOption("admin");
    desk.getByText("Simpan Peran " + name).click();
    desk.locator("dialog").getByText("Jadikan admin", exactly()).click();
    assertThat(desk.getByText("Tersimpan: " + name)).isVisible();
    desk.context().close();
    page.reload();
  }

  private void createEvent() {
    page.getByText("Buat acara").first().click();
    page.getByLabel("Judul").fill("Pesta Rakyat");
    page.getByLabel("Tempat").fill("Lapangan Gasibu");
    page.getByLabel("Mulai").fill("2026-12-31T19:00");
    button("Simpan").click();
    assertThat(heading("Pesta Rakyat")).isVisible();
    eventId = page.url().replaceAll(".*/", "");
  }

  private void uploadList() {
    page.getByText("Daftar tiket").click();
    assertThat(page.getByText("Belum ada daftar")).isVisible();
    choose("bad.csv", LIST + ",Tanpa Nomor,,\n");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("baris 5");
    chromium.forgive("422");
    choose("list.csv", LIST);
    assertThat(page.getByText("Daftar diterima: 3 tiket.")).isVisible();
    assertThat(page.getByText("Dewi Lestari")).isVisible();
  }

  private void choose(String name, String csv) {
    page.locator("input[type=file]")
        .setInputFiles(new FilePayload(name, "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
  }

  private void openDoor() {
    page.locator("nav").getByText("Pintu", exactly()).click();
    page.getByLabel("Gerbang").selectOption("Gerbang lain…");
    page.getByLabel("Gerbang").fill("A");
    page.getByLabel("Pemindai").fill("hp-1");
    button("Mulai memindai").click();
    assertThat(page.getByText("3 tiket di perangkat")).isVisible();
  }

  private void letIn(String ticket, String name) {
    type(ticket);
    assertThat(page.locator("#answer.go .who")).hasText(name);
  }

  private void refuse(String ticket, String why) {
    type(ticket);
    assertThat(page.locator("#answer.stop")).containsText(why);
    chromium.forgive("/checkins");
  }

  /** As a USB scanner does: it types and presses Enter. */
  private void type(String ticket) {
    page.locator("#ticket").pressSequentially(ticket);
    page.keyboard().press("Enter");
  }

  private Page openDashboard() {
    Page dashboard = newPage();
    dashboard.navigate("/#/login");
    dashboard.getByLabel("Nama pengguna").fill("panitia");
    dashboard.getByLabel("Kata sandi").fill("rahasia-1");
    dashboard.locator("form button").first().click();
    dashboard.getByText("Pesta Rakyat").click();
    dashboard.getByText("Pantauan langsung").click();
    assertThat(dashboard.locator("#feed-state")).hasText("Langsung");
    return dashboard;
  }

  /** The network is cut: scans are kept, also when the tab is closed; then they are sent. */
  private void workOffline(Page dashboard) {
    page.evaluate("navigator.serviceWorker.ready.then(() => {})");
    page.context().setOffline(true);
    letIn("T-002", "Budi Santoso");
    assertThat(page.locator("#answer")).containsText("Luring");
    refuse("T-003", "Gerbang salah");
    refuse("T-002", "Sudah pernah masuk");
    assertThat(page.locator("#pending")).hasText("3 menunggu");
    page.reload();
    assertThat(page.locator("#pending")).hasText("3 menunggu");
    chromium.forgive("ERR_INTERNET_DISCONNECTED");
    letInElsewhere("T-002");
    assertThat(dashboard.locator("#checked-in strong")).hasText("2");
    page.context().setOffline(false);
    assertThat(page.locator("#pending")).hasText("0 menunggu");
    assertThat(page.locator("#door-conflicts")).containsText("T-002");
    chromium.forgive("ERR_INTERNET_DISCONNECTED");
  }

  private void letInElsewhere(String ticket) {
    system
        .attendance()
        .as(system.adminToken())
        .post(
            "/checkins",
            new JsonObject()
                .put("event_id", eventId)
                .put("ticket_id", ticket)
                .put("gate", "B")
                .put("device_id", "hp-2"))
        .expect(201);
  }

  private void resolveConflict(Page dashboard) {
    dashboard.getByText("Lihat konflik").click();
    assertThat(dashboard.getByText("hp-2")).isVisible();
    dashboard.getByLabel("Apa yang ditemukan?").fill("Orang yang sama, dua kali dipindai");
    dashboard.getByText("Selesaikan").click();
    assertThat(dashboard.getByText("Orang yang sama, dua kali dipindai")).isVisible();
  }

  private void download(Page dashboard) throws IOException {
    dashboard.navigate("/#/events/" + eventId);
    Download csv =
        dashboard.waitForDownload(
            () -> dashboard.getByRole(AriaRole.BUTTON, named("CSV Absensi")).click());
    assertEquals("Pesta Rakyat - Absensi.csv", csv.suggestedFilename());
    assertTrue(Files.readString(csv.path()).contains("Siti Aminah"));
    Download xlsx =
        dashboard.waitForDownload(
            () -> dashboard.getByRole(AriaRole.BUTTON, named("XLSX Absensi")).click());
    assertEquals('P', Files.readAllBytes(xlsx.path())[0]);
  }

  private void logOut() {
    String token = (String) page.evaluate("sessionStorage.getItem('tixgo.token')");
    button("Menu").click();
    button("Logout").click();
    assertThat(heading("Satu tiket, satu kali masuk.")).isVisible();
    system.identity().as(token).get("/auth/me").expect(401);
    system.attendance().as(token).get("/attendance/" + eventId).expect(401);
    assertEquals(0, page.evaluate("localStorage.length + sessionStorage.length"));
  }

  private Page newPage() {
    return chromium.open(
        "http://localhost:" + system.portal().port(), new NewContextOptions().setLocale("id-ID"));
  }

  private Locator heading(String text) {
    return page.getByRole(
        AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setExact(true));
  }

  private Locator button(String text) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
  }

  private static Page.GetByRoleOptions named(String text) {
    return new Page.GetByRoleOptions().setName(text).setExact(true);
  }

  private static Locator.GetByTextOptions exactly() {
    return new Locator.GetByTextOptions().setExact(true);
  }
}
