package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import id.tixgo.attendance.domain.Refusal;
import id.tixgo.common.problem.ProblemKind;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is typed is kept, what is wrong is said at its field, and in the reader's language. */
class PortalFormsIT extends PortalDesk {
  private static final Pattern CODE_IN_README = Pattern.compile("`([A-Z][A-Z_]+)`\\s+[45]\\d\\d");

  @Test
  void whatIsMissingShouldBeSaidAtItsField() {
    page.setViewportSize(360, 740);
    goTo("#/events/new");
    page.getByLabel("Judul").fill("Konser");
    button("Simpan").click();
    expectWrong("start_time", "Harap diisi.");
    page.locator("[name=start_time]").fill("2026-12-31T19:00");
    assertThat(page.locator("[aria-invalid]")).hasCount(0);
    assertThat(page.locator(".wrong")).hasCount(0);
  }

  @Test
  void whatTheServiceRefusesShouldBeSaidAtItsField() {
    page.setViewportSize(360, 740);
    String event = makeEvent("Konser");
    goTo("#/events/" + event);
    page.getByLabel("Pintu dibuka").fill("2026-12-31T20:00");
    page.getByLabel("Pintu ditutup").fill("2026-12-31T19:00");
    button("Simpan").click();
    expectWrong("closes_at", "Pintu tidak bisa ditutup sebelum dibuka.");
    chromium.forgive("422");
    page.getByLabel("Pintu ditutup").fill("2026-12-31T23:00");
    button("Simpan").click();
    assertThat(page.getByRole(AriaRole.STATUS)).hasText("Tersimpan✕");
    assertThat(page.getByRole(AriaRole.STATUS)).isInViewport();
  }

  /** In view, focused, and told to a screen reader as what the field has wrong. */
  private void expectWrong(String name, String words) {
    Locator field = page.locator("[name=" + name + "]");
    assertThat(field).isFocused();
    assertThat(field).isInViewport();
    assertThat(field).hasAttribute("aria-invalid", "true");
    assertThat(field).hasAccessibleDescription(words);
    assertThat(page.getByText(words)).isInViewport();
  }

  @Test
  void typedTextShouldOutliveLanguageAndMenu() {
    goTo("#/events/new");
    page.getByLabel("Judul").fill("Pesta");
    page.getByLabel("Keterangan").fill("Baris satu\nBaris dua");
    button("English").click();
    assertThat(page.getByLabel("Title")).hasValue("Pesta");
    button("Bahasa Indonesia").click();
    page.locator("nav").getByText("Pintu").click();
    expectHeading("Pintu");
    page.goBack();
    assertThat(page.getByLabel("Judul")).hasValue("Pesta");
    assertThat(page.getByLabel("Keterangan")).hasValue("Baris satu\nBaris dua");
    button("Buang isian saya").click();
    assertThat(page.getByLabel("Judul")).hasValue("");
    page.reload();
    expectHeading("Buat acara");
    assertThat(page.getByLabel("Judul")).hasValue("");
  }

  @Test
  void typedTextShouldOutliveTheSessionForItsOwnerAlone() {
    String mine = system.logIn("admin", "admin-secret");
    Page own = desk(mine);
    own.navigate("/#/events/new");
    own.getByLabel("Judul").fill("Rahasia");
    own.getByLabel("Mulai").fill("2026-12-31T19:00");
    system.identity().as(mine).send("POST", "/auth/logout", "").expect(204);
    own.getByText("Simpan").click();
    assertThat(own.getByLabel("Nama pengguna")).isVisible();
    logIn(own, "admin", "admin-secret");
    assertThat(own.getByLabel("Judul")).hasValue("Rahasia");
    assertThat(own.getByLabel("Mulai")).hasValue("2026-12-31T19:00");
    chromium.forgive("401");
    own.context().close();
  }

  private static void logIn(Page page, String username, String password) {
    page.getByLabel("Nama pengguna").fill(username);
    page.getByLabel("Kata sandi").fill(password);
    page.locator("form button").first().click();
  }

  @Test
  void ofTwoWhoChangeAnEventNeitherShouldLoseAnything() {
    String event = makeEvent(new JsonObject().put("title", "Konser").put("location", "Aula"));
    goTo("#/events/" + event + "/edit");
    page.getByLabel("Judul").fill("Konser saya");
    JsonObject theirs = new JsonObject().put("title", "Konser lain").put("location", "Stadion");
    admin.patch("/events/" + event, theirs).expect(200);
    button("Simpan").click();
    Locator note = page.locator(".draft");
    assertThat(note).containsText("Judul: isian orang lain “Konser lain”.");
    chromium.forgive("412");
    assertThat(page.getByLabel("Judul")).hasValue("Konser saya");
    assertThat(page.getByLabel("Tempat")).hasValue("Stadion");
    assertEquals("Konser lain", admin.get("/events/" + event).text("title"));
    button("Simpan").click();
    expectHeading("Konser saya");
    JsonObject saved = admin.get("/events/" + event).expect(200).json();
    assertEquals("Konser saya", saved.getString("title"));
    assertEquals("Stadion", saved.getString("location"));
  }

  @Test
  void anotherOnesTextCanBeTakenInstead() {
    String event = makeEvent("Konser");
    goTo("#/events/" + event + "/edit");
    page.getByLabel("Judul").fill("Konser saya");
    admin.patch("/events/" + event, new JsonObject().put("title", "Konser lain")).expect(200);
    button("Simpan").click();
    button("Pakai isian itu").click();
    chromium.forgive("412");
    assertThat(page.getByLabel("Judul")).hasValue("Konser lain");
    assertThat(page.locator(".draft")).not().containsText("isian orang lain");
  }

  @Test
  void everyCodeShouldHaveWordsInBothLanguages() throws IOException {
    String readme = Files.readString(Path.of("../README.md"));
    Stream<String> told = CODE_IN_README.matcher(readme).results().map(MatchResult::group);
    Stream<String> kinds = Stream.of(ProblemKind.values()).map(Enum::name);
    Stream<String> refusals = Stream.of(Refusal.values()).map(Enum::name);
    List<String> codes =
        Stream.of(told.map(text -> text.replaceAll("[^A-Z_]", "")), kinds, refusals)
            .flatMap(all -> all)
            .distinct()
            .toList();
    Object silent =
        PageModules.evaluate(
            page,
            "codes => Promise.all([import('/js/id.js'), import('/js/en.js')]).then(([a, b]) =>"
                + " codes.filter(c => !a.id['code.' + c] || !b.en['code.' + c]).join())",
            codes);
    assertEquals("", silent);
  }

  /** What the page has no words for is said without a service's English sentence. */
  @Test
  void aSentenceInEnglishShouldNotReachAnIndonesianReader() {
    String problem =
        new JsonObject()
            .put("code", "NEW_CODE")
            .put("detail", "Something nobody has translated")
            .put("status", 422)
            .put("errors", List.of(Map.of("loc", "body.x", "msg", "is odd", "type", "new_type")))
            .encode();
    page.route(
        "**/gateway/attendance/events",
        route -> route.fulfill(new FulfillOptions().setStatus(422).setBody(problem)));
    goTo("#/events/new");
    page.getByLabel("Judul").fill("Konser");
    page.getByLabel("Mulai").fill("2026-12-31T19:00");
    button("Simpan").click();
    Locator alert = page.locator("[role=alert]");
    assertThat(alert).containsText("Ada yang salah. NEW_CODE");
    assertThat(alert).containsText("x: Isian ini belum benar.");
    assertThat(alert).not().containsText("nobody");
    assertThat(alert).not().containsText("odd");
    assertThat(alert).isInViewport();
    chromium.forgive("422");
  }
}
