package id.tixgo.ticketing.document;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.qr.QrCode;
import id.tixgo.ticketing.document.TextBlock.Style;
import java.util.ArrayList;
import java.util.List;

/** The parts of one ticket's page. */
record TicketBlocks(Typeface face, Language language, PageLayout layout, PrintedTicket ticket) {
  private static final Style LABEL = new Style(9, false, 0.4f);
  private static final Style FACT = new Style(12.5f, false, 0);
  private static final Style CODE = new Style(15, true, 0);
  private static final Style NOTE = new Style(9.5f, false, 0.3f);
  private static final int MOST_TITLE_LINES = 6;
  private static final int MOST_FACT_LINES = 5;

  TicketBlocks {
    requireNonNull(face);
    requireNonNull(language);
    requireNonNull(layout);
    requireNonNull(ticket);
  }

  List<Block> heading() {
    Style title = new Style(layout.titleSize(), true, 0);
    return List.of(
        text(TicketWords.in(language).ticket(), LABEL, layout.width(), 1, 4),
        text(ticket.eventTitle(), title, layout.width(), MOST_TITLE_LINES, layout.titleGap()));
  }

  /** The QR code, and under it what is typed when a scanner fails. */
  List<Block> code(float width) {
    return List.of(
        new QrBlock(QrCode.forPaper(ticket.qrText()), width),
        text(ticket.code(), CODE, width, 2, 6),
        text(TicketWords.in(language).note(), NOTE, width, 3, 18));
  }

  List<Block> facts() {
    TicketWords words = TicketWords.in(language);
    List<Block> facts = new ArrayList<>();
    add(facts, words.when(), language.times(ticket.start(), ticket.end(), ticket.zone()));
    ticket.place().ifPresent(place -> add(facts, words.where(), place));
    ticket.holder().ifPresent(holder -> add(facts, words.name(), holder));
    add(facts, words.type(), ticket.type());
    return facts;
  }

  private void add(List<Block> facts, String label, String fact) {
    facts.add(text(label, LABEL, layout.width(), 1, 1));
    facts.add(text(fact, FACT, layout.width(), MOST_FACT_LINES, 12));
  }

  private TextBlock text(String text, Style style, float width, int most, float gap) {
    List<String> lines = face.lines(text, style.size(), width, most);
    return new TextBlock(face.font(), lines, style, gap);
  }
}
