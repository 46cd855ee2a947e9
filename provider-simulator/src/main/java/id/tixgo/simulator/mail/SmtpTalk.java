package id.tixgo.simulator.mail;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One connection to the mail server: it takes all that is sent. */
final class SmtpTalk implements Handler<Buffer> {
  private static final int LONGEST_LINE = 65_536;
  private static final int LARGEST = 20_000_000;

  private final NetSocket socket;
  private final MailBox box;
  private final List<String> to = new ArrayList<>();
  private String from = "";
  private StringBuilder data;

  private SmtpTalk(NetSocket socket, MailBox box) {
    this.socket = requireNonNull(socket);
    this.box = requireNonNull(box);
  }

  static void begin(NetSocket socket, MailBox box) {
    RecordParser lines = RecordParser.newDelimited("\r\n", new SmtpTalk(socket, box));
    lines.maxRecordSize(LONGEST_LINE);
    lines.exceptionHandler(tooLong -> socket.close());
    socket.handler(lines);
    socket.write("220 simulator\r\n");
  }

  @Override
  public void handle(Buffer line) {
    String text = line.toString("ISO-8859-1");
    if (data == null) {
      command(text);
    } else {
      data(text);
    }
  }

  private void command(String line) {
    switch (line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT)) {
      case "MAIL" -> from = address(line);
      case "RCPT" -> to.add(address(line));
      case "RSET", "EHLO", "HELO" -> to.clear();
      default -> {}
    }
    answer(line.toUpperCase(Locale.ROOT));
  }

  private void answer(String line) {
    if (line.equals("DATA")) {
      data = new StringBuilder();
      say("354 go on");
    } else if (line.equals("QUIT")) {
      say("221 bye");
      socket.close();
    } else {
      say("250 fine");
    }
  }

  private void data(String line) {
    if (line.equals(".")) {
      box.add(from, String.join(", ", to), data.toString());
      data = null;
      to.clear();
      say("250 taken");
    } else if (data.length() > LARGEST) {
      socket.close();
    } else {
      data.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
    }
  }

  private static String address(String line) {
    return line.substring(
        line.indexOf('<') + 1, Math.max(line.indexOf('<') + 1, line.indexOf('>')));
  }

  private void say(String line) {
    socket.write(line + "\r\n");
  }
}
