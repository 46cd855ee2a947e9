package id.tixgo.attendance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tixgo.common.test.Answer;
import id.tixgo.common.test.EventDoor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ticket lists as spreadsheets save them, good and bad. */
class ListFileIT extends EventDoor {
  private static final String CSV = "text/csv";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String LIST = "ticket_id;holder_name;gates\r\nA;José;\"x;y\"\r\nB;;\r\n";

  @ParameterizedTest
  @CsvSource({
    "UTF-8,''",
    "UTF-8,\uFEFF",
    "UTF-16LE,\uFEFF",
    "UTF-16BE,\uFEFF",
    "windows-1252,''",
  })
  void everyEncodingOfSpreadsheetsShouldBeRead(String encoding, String mark) {
    byte[] file = (mark + LIST).getBytes(Charset.forName(encoding));
    for (String type : List.of(CSV, CSV + "; charset=" + encoding)) {
      send(type, file).expect(200);
      assertEquals("A,José,x|y B,null,", listed());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sep=;\r\n" + LIST,
        "\uFEFFsep=;\n" + LIST,
        "\"sep=;\"\n" + LIST,
        "sep=\t\nticket_id\tholder_name\tgates\nA\tJosé\tx|y\nB",
        "Ticket ID,HOLDER-NAME, Gates \nA,José,x|y\nB,,\n",
        "\n\n\"Ticket_Id\",\"Holder Name\",\"GATES\"\n\"A\",\"José\",\"x;y\"\nB\n",
        "gates,note,ticket_id,holder_name\nx|y,a,A,José\n,b,B,\n",
        "ticket_id,holder_name,gates\n,,\n \t,\u00a0,\nA,José,x|y,,,\n\n,,\nB,,\n,,\n",
        "ticket_id,holder_name,gates\rA,José,x|y\rB,,\r",
        "ticket_id,holder_name,gates\n\" A\u00a0\",\"\u200b José\r\n\",\" x ; y \"\n\"B \",,",
        "ticket_id,holder_name,gates\n]C1A , \"José\" ,x|y|\nB,,;",
      })
  void whatSpreadsheetsMakeOfAListShouldBeRead(String csv) {
    send(CSV, csv.getBytes(UTF_8)).expect(200);
    assertEquals("A,José,x|y B,null,", listed());
  }

  @Test
  void everyBadLineShouldBeNamedWithItsReason() {
    String csv =
        "ticket_id,holder_name,gates\n"
            + "A,\"of two\nlines\",\n"
            + ",Siti,\n"
            + "A,,\n"
            + "..,,\n"
            + "B,x,y,z\n"
            + "C,,"
            + "g".repeat(65)
            + ";ok\n"
            + "1.23457E+11,,\n"
            + "#N/A,,\n"
            + "\"D\u0001E\",,\n"
            + "\" ]C1A\",,\n"
            + "F,,\n";
    Answer refused = send(CSV, csv.getBytes(UTF_8)).expect(422, "VALIDATION_ERROR");
    assertEquals(
        """
        4 ticket_id missing_ticket_id null
        5 ticket_id duplicate_ticket_id 2
        6 ticket_id bad_ticket_id null
        7 null too_many_cells null
        8 gates bad_gate null
        9 ticket_id rounded_number null
        10 ticket_id failed_formula null
        11 ticket_id bad_ticket_id null
        12 ticket_id duplicate_ticket_id 2""",
        errors(refused));
    assertEquals(9, refused.json().getInteger("error_count"));
    assertEquals("line 4: has no ticket_id (and 8 more)", refused.text("detail"));
    staff.get(path("/tickets")).expect(200);
    assertEquals("", listed());
  }

  @Test
  void aHundredOfAllErrorsShouldBeTold() {
    String lines = IntStream.range(0, 150).mapToObj(i -> ",x").collect(Collectors.joining("\n"));
    byte[] csv = ("ticket_id,holder_name\n" + lines).getBytes(UTF_8);
    JsonObject refused = send(CSV, csv).expect(422, "VALIDATION_ERROR").json();
    assertEquals(100, refused.getJsonArray("errors").size());
    assertEquals(150, refused.getInteger("error_count"));
  }

  @ParameterizedTest
  @CsvSource({
    "'ticket_id,ticket_id\nA,B',1 ticket_id duplicate_column null",
    "'ticket_id,holder_name,Holder Name\nA,B,C',1 holder_name duplicate_column null",
    "'\n\nid,name\nA,B',3 ticket_id missing_column null",
    "'A1,Siti\nA2,Budi',1 ticket_id missing_column null",
    "'ticket_id\n\n\n\nA\n\"B\nC\"\n\nA\n',6 ticket_id bad_ticket_id null",
  })
  void theHeaderShouldBeHeldToItsNames(String csv, String wanted) {
    Answer refused = send(CSV, csv.getBytes(UTF_8)).expect(422, "VALIDATION_ERROR");
    assertEquals(wanted, errors(refused).lines().findFirst().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "'',empty_file",
    "'\n \n,,\n',empty_file",
    "'\uFEFF',empty_file",
    "'\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR',not_text",
    "'ticket_id\n\u0000',not_text",
    "'PK\u0003\u0004\u0014',is_xlsx",
    "'\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1',is_xls",
    "'ticket_id\nA\n\"B\n',bad_quotes",
    "'ticket_id\nA\n\"B\"x\n',bad_quotes",
  })
  void whatIsNoCsvShouldBeSaidToBeNone(String file, String type) {
    byte[] bytes = file.getBytes(file.startsWith("\uFEFF") ? UTF_8 : ISO_8859_1);
    Answer refused = send(CSV, bytes).expect(400, "MALFORMED_CSV");
    String line = type.equals("bad_quotes") ? "3" : "null";
    assertEquals(line + " null " + type + " null", errors(refused));
    assertFalse(refused.body().contains("line -1") || refused.body().contains("line 0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx"})
  void anExportedListShouldBeTheSameWhenItIsSentBack(String format) {
    String odd = "+62812 -1 =A @x '=B ''-2 O'Neil a,-1 a;=1 b;'=1 'x' _x0041_ _x005F_x0041_ ＝1";
    JsonArray list = new JsonArray();
    for (String text : odd.split(" ", -1)) {
      JsonArray gates = new JsonArray().add("-1").add("'+2").add("x");
      list.add(
          new JsonObject().put("ticket_id", text).put("holder_name", text).put("gates", gates));
    }
    send("application/json", list.encode().getBytes(UTF_8)).expect(200);
    String before = listed();
    byte[] file = Spreadsheet.download(staff, path("/tickets?format=" + format)).getBytes();
    send(format.equals("csv") ? CSV : XLSX, file).expect(200);
    assertEquals(before, listed());
  }

  /** As bytes, one a letter. */
  @ParameterizedTest
  @CsvSource({
    "'ticket_id\nKAF\u00c3\u0089-1\nKAF\u00c3\u0089-2\nKAF\u00c3',4",
    "'ticket_id\r\nKAF\u00c3\u0089-1\r\nKAF\u00c9-2\r\n',3",
    "'\u00ef\u00bb\u00bfticket_id\rA\rB\u00ff\r',3",
    "'ticket_id\nA\nB\u0081\n',3",
    "'ticket_id,holder_name\nA,Jos\u00e9\nB,\u009d\n',3",
    "'\u00ff\u00fet\u0000\n\u0000A\u0000\n\u0000B',3",
    "'\u00fe\u00ff\u0000t\u0000\n\u00d8\u0000\u0000A',2",
  })
  void aByteThatIsNoLetterShouldBeRefusedWithItsLine(String file, String line) {
    Answer refused = send(CSV, file.getBytes(ISO_8859_1)).expect(400, "MALFORMED_CSV");
    assertEquals(line + " null bad_encoding null", errors(refused));
  }

  @Test
  void aWorkbookShouldBeReadAsItShows() {
    byte[] file =
        new Workbook(
                List.of(
                    List.of(Workbook.text("Ticket ID"), Workbook.text("holder_name")),
                    List.of("t='s'><v>0</v>", Workbook.text("José")),
                    List.of("", ""),
                    List.of(Workbook.number("12345.0", 0)),
                    List.of(Workbook.number("123", 1)),
                    List.of(Workbook.number("1.23456789012E11", 0)),
                    List.of(Workbook.number("1.5", 0)),
                    List.of(Workbook.number("46024", 2)),
                    List.of(Workbook.number("46024.5", 3)),
                    List.of("t='b'><v>1</v>"),
                    List.of("t='str'><f>A2&amp;1</f><v>Made</v>"),
                    List.of(Workbook.text(" \u00a0T9 "))))
            .bytes();
    send(XLSX, file).expect(200);
    assertEquals(
        "00123 1.5 12345 123456789012 2026-01-02 2026-01-02 12:00:00 Made Shared T9 TRUE", codes());
    assertTrue(listed().contains("Shared,José,"), listed());
  }

  @Test
  void aWorkbookWithoutStylesShouldBeRead() {
    Workbook book =
        new Workbook(
            List.of(
                List.of(Workbook.text("ticket_id")),
                List.of("t='s'><v>0</v>"),
                List.of("><v>12345</v>")));
    send(XLSX, book.without("xl/styles.xml").bytes()).expect(200);
    assertEquals("12345 Shared", codes());
  }

  @Test
  void charactersThatAWorkbookEscapesShouldBeThemselves() {
    Workbook book =
        new Workbook(
            List.of(
                List.of(Workbook.text("ticket_id")),
                List.of(Workbook.text("A1_x000D_")),
                List.of(Workbook.text("_x005F_x0041_")),
                List.of("t='s'><v>0</v>"),
                List.of("t='str'><f>A2</f><v>C_x0033_</v>"),
                List.of(Workbook.text("D_x24_ _X0041_"))));
    String strings = "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>";
    book.with("xl/sharedStrings.xml", strings + "<si><t>B_x0024_</t></si></sst>");
    send(XLSX, book.bytes()).expect(200);
    assertEquals("A1 B$ C3 D_x24_ _X0041_ _x0041_", codes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"libreoffice", "openpyxl"})
  void aWorkbookOfAnotherProgramShouldBeRead(String program) throws IOException {
    try (InputStream file = getClass().getResourceAsStream("/lists/" + program + ".xlsx")) {
      send(XLSX, file.readAllBytes()).expect(200);
    }
    assertEquals(
        "00042,null, 12345678,Siti,A 2026-01-02,null, TKT-001,José Ñandú,A|B TKT-002,null,",
        listed());
  }

  @Test
  void everyBadRowOfAWorkbookShouldBeNamed() {
    byte[] file =
        new Workbook(
                List.of(
                    List.of(""),
                    List.of(Workbook.text("ticket_id"), Workbook.text("gates")),
                    List.of(Workbook.number("1.2345678901234499E17", 0)),
                    List.of(Workbook.number("1234567890123450", 0)),
                    List.of("t='e'><v>#REF!</v>"),
                    List.of("><f>A1</f>"),
                    List.of("", Workbook.text("x")),
                    List.of(Workbook.text("A"), "", Workbook.text("beyond")),
                    List.of(Workbook.text("B")),
                    List.of(Workbook.text("B "))))
            .bytes();
    Answer refused = send(XLSX, file).expect(422, "VALIDATION_ERROR");
    assertEquals(
        """
        3 ticket_id rounded_number null
        4 ticket_id rounded_number null
        5 ticket_id failed_formula null
        6 ticket_id failed_formula null
        7 ticket_id missing_ticket_id null
        8 null too_many_cells null
        10 ticket_id duplicate_ticket_id 9""",
        errors(refused));
    assertTrue(refused.body().contains("\"loc\":\"row 3\""), refused::body);
  }

  @Test
  void aWorkbookThatIsNoneShouldBeRefused() {
    List<List<String>> rows =
        List.of(List.of(Workbook.text("ticket_id")), List.of("t='s'><v>0</v>"));
    String strings = "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>";
    String entity = "<!DOCTYPE sst [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>";
    String part = "xl/sharedStrings.xml";
    refuseWorkbook("empty_file", new Workbook(List.of()).bytes());
    refuseWorkbook("not_xlsx", new byte[0]);
    refuseWorkbook("not_xlsx", LIST.getBytes(UTF_8));
    refuseWorkbook("not_xlsx", new Workbook(rows).with("xl/workbook.xml", "<no").bytes());
    refuseWorkbook(
        "not_xlsx",
        new Workbook(rows).with(part, entity + strings + "<si><t>&x;</t></si></sst>").bytes());
    refuseWorkbook(
        "too_large",
        new Workbook(rows).with(part, strings + "<si><t>", 140, "</t></si></sst>").bytes());
    byte[] whole = new Workbook(rows).bytes();
    refuseWorkbook("not_xlsx", Arrays.copyOf(whole, whole.length / 2));
    send(XLSX, whole).expect(200);
    assertEquals("Shared", codes());
  }

  @ParameterizedTest
  @CsvSource({"ZZZZZ2,2", "ZZZZZZZZZZ2,2", "2,2", "A99999999999,99999999999", "A2,-1"})
  void aCellThatIsNowhereShouldBeRefused(String reference, String row) {
    Workbook book = new Workbook(List.of(List.of(Workbook.text("ticket_id"))));
    String sheet =
        "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
            + "<row r='1'><c r='A1' t='inlineStr'><is><t>ticket_id</t></is></c></row>"
            + "<row r='%s'><c r='%s' t='s'><v>0</v></c></row></sheetData></worksheet>";
    byte[] file = book.with("xl/worksheets/sheet1.xml", sheet.formatted(row, reference)).bytes();
    int status = send(XLSX, file).status();
    assertTrue(status == 400 || status == 200, () -> "" + status);
  }

  @Test
  void jsonShouldNameEveryBadTicket() {
    String json =
        "[\"A\",\"a\",{\"ticket_id\":7},{\"ticket_id\":\"A \"},{\"ticket_id\":\"B\",\"gates\":[1]},"
            + "{\"ticket_id\":\"C\",\"gates\":[\" \"]},{},null,\"D\"]";
    Answer refused = send("application/json", json.getBytes(UTF_8)).expect(422, "VALIDATION_ERROR");
    assertEquals(
        """
        null ticket_id wrong_type null
        null ticket_id duplicate_ticket_id 0
        null gates wrong_type null
        null gates bad_gate null
        null ticket_id missing_ticket_id null
        null null no_ticket null""",
        errors(refused));
    JsonArray errors = refused.json().getJsonArray("errors");
    assertEquals("body[2]", errors.getJsonObject(0).getString("loc"));
    assertEquals("body[7]", errors.getJsonObject(5).getString("loc"));
  }

  @Test
  void aListThatIsTakenAwayShouldLetEveryTicketIn() {
    list("[\"A\",\"B\"]", 2);
    scan("C", "", "in").expect(404, "UNKNOWN_TICKET");
    staff.delete(path("/tickets")).expect(403);
    Answer removed = admin.delete(path("/tickets")).expect(200);
    assertEquals(2, removed.json().getInteger("total"));
    admin.delete(path("/tickets")).expect(404, "NOT_FOUND");
    assertEquals("", listed());
    assertEquals(0, stats().getInteger("total_registered"));
    scan("C", "", "in").expect(201);
    scan("c", "", "in").expect(201);
    list("[\"A\"]", 1);
    scan("D", "", "in").expect(404, "UNKNOWN_TICKET");
    scan("C", "", "in").expect(404, "UNKNOWN_TICKET");
  }

  private Answer send(String type, byte[] file) {
    return admin.with("Content-Type", type).send("PUT", path("/tickets"), file);
  }

  private void refuseWorkbook(String type, byte[] file) {
    Answer refused = send(XLSX, file).expect(400, "MALFORMED_XLSX");
    assertEquals("null null " + type + " null", errors(refused));
  }

  /** The errors' lines, columns, types and other lines; all types are in the contract. */
  private String errors(Answer refused) {
    String contract = admin.contract().contract().document().encode();
    return refused.json().getJsonArray("errors").stream()
        .map(JsonObject.class::cast)
        .peek(error -> assertTrue(contract.contains('`' + error.getString("type") + '`')))
        .map(
            error ->
                "%s %s %s %s"
                    .formatted(
                        error.getInteger("line"),
                        error.getString("column"),
                        error.getString("type"),
                        error.getInteger("other")))
        .collect(Collectors.joining("\n"));
  }

  private String codes() {
    return tickets().map(ticket -> ticket.getString("ticket_id")).collect(Collectors.joining(" "));
  }

  private String listed() {
    return tickets()
        .map(
            ticket ->
                ticket.getString("ticket_id")
                    + ","
                    + ticket.getString("holder_name")
                    + ","
                    + ticket.getJsonArray("gates").stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining("|")))
        .collect(Collectors.joining(" "));
  }

  private Stream<JsonObject> tickets() {
    return staff.get(path("/tickets")).expect(200).array().stream().map(JsonObject.class::cast);
  }
}
