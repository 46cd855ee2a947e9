package id.tixgo.ticketing.document;

import static id.tixgo.ticketing.document.PrintedTickets.coded;
import static id.tixgo.ticketing.document.PrintedTickets.named;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.scope.Deadline;
import java.awt.image.BufferedImage;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;

/** Tickets' pages, read again. */
class TicketPdfTest {
  private static final PrintedTicket TICKET = named("Konser Akbar", "Siti Rahmawati");

  @Test
  void aPageShouldSayWhatItsReaderNeeds() throws Exception {
    for (PageLayout layout : PageLayout.values()) {
      try (ReadPdf pdf = ReadPdf.of(layout, Language.ENGLISH, TICKET)) {
        String text = pdf.text(0);
        assertSays(text, "Konser Akbar");
        assertSays(text, "Thursday, 31 December 2026, 19:00–23:30 WIB");
        assertSays(text, "Istora Senayan, Hall A");
        assertSays(text, "Jl. Pintu Satu Senayan, Jakarta Pusat");
        assertSays(text, "Siti Rahmawati");
        assertSays(text, "VIP – Festival");
        assertSays(text, PrintedTickets.CODE);
        assertSays(text, "Show this code at the entrance.");
      }
    }
  }

  @Test
  void aPageShouldBeInTheLanguageThatWasAskedFor() throws Exception {
    try (ReadPdf pdf = ReadPdf.of(PageLayout.A4, Language.INDONESIAN, TICKET)) {
      assertSays(pdf.text(0), "Kamis, 31 Desember 2026, 19.00–23.30 WIB");
      assertSays(pdf.text(0), "Tunjukkan kode ini di pintu masuk.");
      assertEquals("id", pdf.document.getDocumentCatalog().getLanguage());
    }
  }

  @Test
  void aScannerShouldReadEachPagesOwnCode() throws Exception {
    for (PageLayout layout : PageLayout.values()) {
      try (ReadPdf pdf = ReadPdf.of(layout, Language.ENGLISH, TICKET, coded("ABCDEFGH23456789"))) {
        assertEquals(2, pdf.document.getNumberOfPages());
        assertEquals(TICKET.qrText(), pdf.qr(0));
        assertEquals(coded("ABCDEFGH23456789").qrText(), pdf.qr(1));
        assertSays(pdf.text(1), "ABCDEFGH23456789");
      }
    }
  }

  @Test
  void theCodeShouldBeDrawnAndNotBeAPicture() throws Exception {
    try (ReadPdf pdf = ReadPdf.of(PageLayout.A4, Language.ENGLISH, TICKET)) {
      assertFalse(pdf.document.getPage(0).getResources().getXObjectNames().iterator().hasNext());
    }
  }

  @Test
  void itsFontShouldBeInItWithTheLettersThatItUses() throws Exception {
    byte[] bytes = ReadPdf.bytes(PageLayout.A4, Language.ENGLISH, TICKET);
    assertTrue(bytes.length < 40_000, () -> bytes.length + " bytes");
    try (ReadPdf pdf = ReadPdf.of(PageLayout.A4, Language.ENGLISH, TICKET)) {
      PDPage page = pdf.document.getPage(0);
      for (COSName name : page.getResources().getFontNames()) {
        PDFont font = page.getResources().getFont(name);
        assertTrue(font.isEmbedded(), font::getName);
        assertTrue(font.getName().matches("[A-Z]{6}\\+LiberationSans"), font::getName);
      }
    }
  }

  @Test
  void aScreenReaderShouldBeToldTitleAndLanguage() throws Exception {
    try (ReadPdf pdf = ReadPdf.of(PageLayout.PHONE, Language.ENGLISH, TICKET)) {
      assertEquals("Ticket: Konser Akbar", pdf.document.getDocumentInformation().getTitle());
      assertEquals("en", pdf.document.getDocumentCatalog().getLanguage());
      assertTrue(pdf.document.getDocumentCatalog().getViewerPreferences().displayDocTitle());
    }
  }

  @Test
  void longTextsShouldBeBrokenAndStayOnThePage() throws Exception {
    PrintedTicket ticket =
        named("Festival ".repeat(60) + "Selesai", "Panjang".repeat(40) + " Sekali");
    for (PageLayout layout : PageLayout.values()) {
      try (ReadPdf pdf = ReadPdf.of(layout, Language.ENGLISH, ticket)) {
        assertSays(pdf.text(0), "Festival Festival");
        assertSays(pdf.text(0), "…");
        assertEquals(ticket.qrText(), pdf.qr(0));
        assertMarginIsFree(pdf.picture(0));
      }
    }
  }

  private static void assertMarginIsFree(BufferedImage picture) {
    int margin = picture.getWidth() / 20;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        boolean isInside =
            x >= margin
                && x < picture.getWidth() - margin
                && y >= margin
                && y < picture.getHeight() - margin;
        assertTrue(isInside || (picture.getRGB(x, y) & 0xFF) == 0xFF, "ink in the margin");
      }
    }
  }

  @Test
  void lettersThatTheFontHasNotShouldLeaveTheOthersAlone() throws Exception {
    PrintedTicket ticket =
        named("Konser 日本 🎉\u200d \u0001مرحبا office", "Nguye\u0302\u0303n\tÖzge\nЖанна");
    try (ReadPdf pdf = ReadPdf.of(PageLayout.PHONE, Language.ENGLISH, ticket)) {
      assertSays(pdf.text(0), "Konser □□ □ □□□□□ office");
      assertSays(pdf.text(0), "Nguyễn Özge\nЖанна");
      assertEquals(ticket.qrText(), pdf.qr(0));
    }
  }

  @Test
  void whatIsReadFromTheRightShouldBe() throws Exception {
    try (ReadPdf pdf =
        ReadPdf.of(PageLayout.PHONE, Language.ENGLISH, named("שלום עולם", "דוד Ben"))) {
      assertSays(pdf.text(0), "שלום עולם");
    }
  }

  @Test
  void nothingButBlanksShouldBeAnEmptyLine() throws Exception {
    try (ReadPdf pdf = ReadPdf.of(PageLayout.PHONE, Language.ENGLISH, named(" \u200b", "\u0001"))) {
      assertSays(pdf.text(0), PrintedTickets.CODE);
    }
  }

  @Test
  void theSameTicketsShouldBeTheSameBytes() throws Exception {
    assertArrayEquals(
        ReadPdf.bytes(PageLayout.A4, Language.INDONESIAN, TICKET),
        ReadPdf.bytes(PageLayout.A4, Language.INDONESIAN, TICKET));
  }

  @Test
  void whatNobodyWaitsForShouldNotBeMade() {
    TicketPdf pdf = new TicketPdf(List.of(TICKET), PageLayout.A4, Language.ENGLISH);
    Problem refusal = assertThrows(Problem.class, () -> pdf.bytes(new Deadline(System.nanoTime())));
    assertEquals("OVERLOADED", refusal.code());
  }

  private static void assertSays(String text, String wanted) {
    assertTrue(text.contains(wanted), () -> "no '" + wanted + "' in:\n" + text);
  }
}
