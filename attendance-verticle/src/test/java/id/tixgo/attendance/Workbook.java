package id.tixgo.attendance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An XLSX file of one sheet, of the XML of its cells; any part can be another. */
final class Workbook {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private final Map<String, Part> nameToPart = new LinkedHashMap<>();

  /** XML, with so many megabytes of one letter in its middle. */
  private record Part(String begin, int megabytes, String end) {
    Part without(String name) {
      return new Part(
          begin.replaceAll("<Override PartName='/" + Pattern.quote(name) + "'[^>]*>", ""),
          megabytes,
          end);
    }

    void write(OutputStream out) throws IOException {
      byte[] letters = "A".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      out.write(begin.getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < megabytes; i++) {
        out.write(letters);
      }
      out.write(end.getBytes(StandardCharsets.UTF_8));
    }
  }

  Workbook(List<List<String>> rows) {
    with(
        "[Content_Types].xml",
        "<Types xmlns='%scontent-types'>".formatted(PACKAGE)
            + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package"
            + ".relationships+xml'/>"
            + "<Override PartName='/xl/workbook.xml' ContentType='%ssheet.main+xml'/>"
                .formatted(TYPE)
            + "<Override PartName='/xl/styles.xml' ContentType='%sstyles+xml'/>".formatted(TYPE)
            + "<Override PartName='/xl/sharedStrings.xml' ContentType='%ssharedStrings+xml'/>"
                .formatted(TYPE)
            + "<Override PartName='/xl/worksheets/sheet1.xml' ContentType='%sworksheet+xml'/>"
                .formatted(TYPE)
            + "</Types>");
    with("_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
    with(
        "xl/_rels/workbook.xml.rels",
        relations(
            "worksheet",
            "worksheets/sheet1.xml",
            "styles",
            "styles.xml",
            "sharedStrings",
            "sharedStrings.xml"));
    with(
        "xl/workbook.xml",
        "<workbook xmlns='%s' xmlns:r='%s'><sheets>".formatted(MAIN, OFFICE)
            + "<sheet name='Tickets' sheetId='1' r:id='rId1'/></sheets></workbook>");
    with(
        "xl/styles.xml",
        "<styleSheet xmlns='%s'>".formatted(MAIN)
            + "<numFmts count='1'><numFmt numFmtId='164' formatCode='00000'/></numFmts>"
            + "<cellXfs count='4'><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='14'/>"
            + "<xf numFmtId='22'/></cellXfs></styleSheet>");
    with("xl/sharedStrings.xml", "<sst xmlns='%s'><si><t>Shared</t></si></sst>".formatted(MAIN));
    with("xl/worksheets/sheet1.xml", sheet(rows));
  }

  /** Text that stands in its cell. */
  static String text(String text) {
    return "t='inlineStr'><is><t xml:space='preserve'>" + text + "</t></is>";
  }

  /** A number as programs write it, in one of the styles above. */
  static String number(String number, int style) {
    return "s='" + style + "'><v>" + number + "</v>";
  }

  Workbook with(String name, String xml) {
    return with(name, xml, 0, "");
  }

  Workbook with(String name, String begin, int megabytes, String end) {
    nameToPart.put(name, new Part(begin, megabytes, end));
    return this;
  }

  /** The same without one of its parts, of which no other says anything. */
  Workbook without(String name) {
    nameToPart.remove(name);
    nameToPart.replaceAll((other, part) -> part.without(name));
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, Part> part : nameToPart.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        part.getValue().write(zip);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String relations(String... typesAndTargets) {
    String all =
        IntStream.range(0, typesAndTargets.length / 2)
            .mapToObj(
                i ->
                    "<Relationship Id='rId%d' Type='%s/%s' Target='%s'/>"
                        .formatted(
                            i + 1, OFFICE, typesAndTargets[2 * i], typesAndTargets[2 * i + 1]))
            .collect(Collectors.joining());
    return "<Relationships xmlns='%srelationships'>%s</Relationships>".formatted(PACKAGE, all);
  }

  private static String sheet(List<List<String>> rows) {
    String all =
        IntStream.range(0, rows.size())
            .mapToObj(i -> row(i + 1, rows.get(i)))
            .collect(Collectors.joining());
    return "<worksheet xmlns='%s'><sheetData>%s</sheetData></worksheet>".formatted(MAIN, all);
  }

  private static String row(int number, List<String> cells) {
    String all =
        IntStream.range(0, cells.size())
            .filter(i -> !cells.get(i).isEmpty())
            .mapToObj(i -> "<c r='%c%d' %s</c>".formatted('A' + i, number, cells.get(i)))
            .collect(Collectors.joining());
    return "<row r='%d'>%s</row>".formatted(number, all);
  }
}
