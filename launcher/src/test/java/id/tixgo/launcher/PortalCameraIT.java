package id.tixgo.launcher;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.tixgo.common.test.Chromium;
import id.tixgo.common.test.RunningSystem;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A camera that sees a real QR code: the one that this system has drawn. */
class PortalCameraIT {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;
  private static final int FRAMES = 3;

  @TempDir private Path scratch;
  private RunningSystem system;

  @BeforeEach
  void start() {
    Chromium.executable();
    system = RunningSystem.whole();
    JsonObject event =
        new JsonObject().put("title", "Konser").put("start_time", "2026-12-31T12:00:00Z");
    system.attendance().as(system.adminToken()).post("/events", event).expect(201);
  }

  @AfterEach
  void stop() {
    if (system != null) {
      system.close();
    }
  }

  /** The last two stand so still and straight that the decoder misses them at its first try. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "TKT-KAMERA-1",
        "00253408-0000-4000-8000-000003351328",
        "https://tickets.example/t/0000000000000000000000000000000000744386"
      })
  void aTicketShouldBeReadFromTheCamera(String ticket) throws IOException {
    Path video = video(qrOf(ticket));
    try (Chromium chromium = new Chromium(camera(video))) {
      Page page = open(chromium);
      page.evaluate("sessionStorage.setItem('tixgo.token', '" + system.adminToken() + "')");
      page.reload();
      page.navigate("/#/door");
      start(page);
      button(page, "Nyalakan kamera").click();
      assertThat(page.locator("#answer.go")).containsText(ticket);
    }
  }

  /** From the admin's screen to the scanner's camera: the token is never typed. */
  @Test
  void aDeviceShouldBeEnrolledWithItsCode() throws IOException {
    Path video = video(enrolmentCode("Gerbang A 1"));
    try (Chromium chromium = new Chromium(camera(video))) {
      Page page = open(chromium);
      page.navigate("/#/login");
      page.getByText("Perangkat ini adalah pemindai").click();
      button(page, "Pindai QR pemindai").click();
      assertThat(page.getByText("device:Gerbang A 1")).isVisible();
      start(page);
      page.locator("#ticket").fill("T-1");
      page.keyboard().press("Enter");
      assertThat(page.locator("#answer.go")).containsText("T-1");
    }
  }

  private byte[] enrolmentCode(String name) {
    try (Chromium chromium = new Chromium(List.of())) {
      Page page = open(chromium);
      page.evaluate("sessionStorage.setItem('tixgo.token', '" + system.adminToken() + "')");
      page.reload();
      page.navigate("/#/devices");
      page.getByLabel("Nama").fill(name);
      page.locator("form button").click();
      Locator code = page.locator(".qr");
      assertThat(code.locator("img")).isVisible();
      return code.screenshot();
    }
  }

  private byte[] qrOf(String text) {
    String svg =
        system
            .portal()
            .as(system.adminToken())
            .post("/api/qr", new JsonObject().put("text", text))
            .expect(200)
            .body();
    try (Chromium chromium = new Chromium(List.of())) {
      Page page = chromium.open("", new NewContextOptions());
      page.setContent("<div style='width:400px'>" + svg + "</div>");
      return page.locator("svg").screenshot();
    }
  }

  private static void start(Page page) {
    page.getByLabel("Gerbang").fill("A");
    button(page, "Mulai memindai").click();
    assertThat(page.locator("#ticket")).isVisible();
  }

  private Page open(Chromium chromium) {
    Page page =
        chromium.open("http://localhost:" + system.portal().port(), new NewContextOptions());
    page.navigate("/");
    return page;
  }

  private static Locator button(Page page, String text) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
  }

  private static List<String> camera(Path video) {
    return List.of(
        "--use-fake-device-for-media-stream",
        "--use-fake-ui-for-media-stream",
        "--use-file-for-fake-video-capture=" + video);
  }

  /** A few frames, each the picture in the middle of a white wall (YUV4MPEG2, grey). */
  private Path video(byte[] png) throws IOException {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(png));
    byte[] frame = frame(picture);
    ByteArrayOutputStream film = new ByteArrayOutputStream();
    String header = "YUV4MPEG2 W" + WIDTH + " H" + HEIGHT + " F10:1 Ip A1:1 C420jpeg\n";
    film.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < FRAMES; i++) {
      film.writeBytes("FRAME\n".getBytes(StandardCharsets.US_ASCII));
      film.writeBytes(frame);
    }
    return Files.write(scratch.resolve("camera.y4m"), film.toByteArray());
  }

  private static byte[] frame(BufferedImage picture) {
    byte[] frame = new byte[WIDTH * HEIGHT * 3 / 2];
    Arrays.fill(frame, 0, WIDTH * HEIGHT, (byte) 255);
    Arrays.fill(frame, WIDTH * HEIGHT, frame.length, (byte) 128);
    int left = (WIDTH - picture.getWidth()) / 2;
    int top = (HEIGHT - picture.getHeight()) / 2;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        frame[(top + y) * WIDTH + left + x] = (byte) (picture.getRGB(x, y) >> 8);
      }
    }
    return frame;
  }
}
