package id.tixgo.ticketing.document;

/** What stands beside what is different from ticket to ticket. */
record TicketWords(
    String ticket, String when, String where, String name, String type, String note) {
  static TicketWords in(Language language) {
    return switch (language) {
      case ENGLISH ->
          new TicketWords(
              "Ticket",
              "When",
              "Where",
              "Name",
              "Type",
              "Show this code at the entrance. It lets one person in.");
      case INDONESIAN ->
          new TicketWords(
              "Tiket",
              "Waktu",
              "Tempat",
              "Nama",
              "Jenis",
              "Tunjukkan kode ini di pintu masuk. Berlaku untuk satu orang.");
    };
  }
}
