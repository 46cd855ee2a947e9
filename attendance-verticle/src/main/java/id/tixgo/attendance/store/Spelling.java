package id.tixgo.attendance.store;

import static java.util.Objects.requireNonNull;

import id.tixgo.attendance.domain.ScanRecord;
import id.tixgo.attendance.domain.Ticket;
import id.tixgo.attendance.domain.TicketCode;
import id.tixgo.attendance.domain.TicketState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Which code a ticket goes by. The list's; but one that has entered under another spelling that
 * means the same ticket on the list keeps that: it must not enter again. Where there was a list and
 * is none now, the one code that entered until then and differs by case alone.
 *
 * @param codeToTicket which ticket of the list a code means
 * @param codeToState what is known of a code as it is
 * @param foldToEntered codes that have entered, without those of one case
 * @param unlisted the last change before the list was taken away; empty when none was
 */
record Spelling(
    Function<String, Optional<Ticket>> codeToTicket,
    Function<String, TicketState> codeToState,
    Function<String, List<String>> foldToEntered,
    Supplier<Optional<Long>> unlisted) {
  Spelling {
    requireNonNull(codeToTicket);
    requireNonNull(codeToState);
    requireNonNull(foldToEntered);
    requireNonNull(unlisted);
  }

  String of(String code) {
    Optional<Ticket> ticket = codeToTicket.apply(code);
    return ticket.isPresent() ? listed(code, ticket.get()) : unlisted(code);
  }

  private String listed(String code, Ticket ticket) {
    String own = ticket.ticketId();
    if (hasEntered(own)) {
      return own;
    }
    if (!code.equals(own) && hasEntered(code)) {
      return code;
    }
    for (String alike : entered(own)) {
      if (codeToTicket.apply(alike).filter(ticket::equals).isPresent()) {
        return alike;
      }
    }
    return own;
  }

  private String unlisted(String code) {
    Optional<Long> end = unlisted.get();
    if (end.isEmpty() || hasEntered(code)) {
      return code;
    }
    List<String> alike =
        entered(code).stream().filter(other -> hasEntered(other, end.get())).toList();
    return alike.size() == 1 ? alike.get(0) : code;
  }

  /** Those besides it that differ from it by case alone; a look at two maps for most codes. */
  private List<String> entered(String code) {
    String fold = TicketCode.fold(code);
    String small = TicketCode.small(fold);
    List<String> entered = new ArrayList<>(foldToEntered.apply(fold));
    if (!small.equals(fold) && isAnother(small, code)) {
      entered.add(0, small);
    }
    if (isAnother(fold, code)) {
      entered.add(0, fold);
    }
    return entered;
  }

  private boolean isAnother(String alike, String code) {
    return !alike.equals(code) && hasEntered(alike);
  }

  private boolean hasEntered(String code) {
    return codeToState.apply(code).checkIn().isPresent();
  }

  private boolean hasEntered(String code, long upTo) {
    return codeToState.apply(code).checkIn().map(ScanRecord::seq).orElse(upTo + 1) <= upTo;
  }
}
