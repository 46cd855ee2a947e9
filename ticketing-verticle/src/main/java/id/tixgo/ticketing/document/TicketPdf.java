package id.tixgo.ticketing.document;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.common.scope.Deadline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/**
 * Tickets as PDF, one a page. The same tickets make the same bytes. Takes tens of milliseconds and
 * blocks its thread for as long.
 */
record TicketPdf(List<PrintedTicket> tickets, PageLayout layout, Language language) {
  TicketPdf {
    tickets = List.copyOf(tickets);
    requireNonNull(layout);
    requireNonNull(language);
  }

  /** Gives up with {@code OVERLOADED} once nobody waits for it any more. */
  byte[] bytes(Deadline deadline) throws IOException {
    try (PDDocument document = new PDDocument()) {
      describe(document);
      Typeface face = new Typeface(document);
      for (PrintedTicket ticket : tickets) {
        inTime(deadline);
        addPage(document, new TicketBlocks(face, language, layout, ticket));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  /** What a screen reader says first, and in which language it reads. */
  private void describe(PDDocument document) {
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(TicketWords.in(language).ticket() + ": " + tickets.get(0).eventTitle());
    information.setCreator("TixGo");
    document.setDocumentInformation(information);
    document.setDocumentId((long) tickets.hashCode());
    document.getDocumentCatalog().setLanguage(language.tag());
    PDViewerPreferences preferences =
        new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
    preferences.setDisplayDocTitle(true);
    document.getDocumentCatalog().setViewerPreferences(preferences);
  }

  private void addPage(PDDocument document, TicketBlocks blocks) throws IOException {
    PDRectangle size = layout.page(blocks);
    PDPage page = new PDPage(size);
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      layout.draw(blocks, content, size);
    }
  }

  private static void inTime(Deadline deadline) {
    if (deadline.isOver()) {
      throw Problem.of(ProblemKind.OVERLOADED, "The tickets' pages took too long; try again.");
    }
  }
}
