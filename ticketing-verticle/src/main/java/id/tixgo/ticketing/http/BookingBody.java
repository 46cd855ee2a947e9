package id.tixgo.ticketing.http;

import static java.util.Objects.requireNonNullElse;

import id.tixgo.common.caller.Caller;
import id.tixgo.common.problem.Problem;
import id.tixgo.common.problem.ProblemKind;
import id.tixgo.ticketing.domain.Access;
import id.tixgo.ticketing.domain.Buyer;
import id.tixgo.ticketing.domain.HoldRequest;
import id.tixgo.ticketing.domain.WantedPlaces;
import java.util.List;
import java.util.Optional;

/**
 * What {@code POST /bookings} takes: {@code items}, or one of them without the list.
 *
 * @param buyer for whom staff book
 */
record BookingBody(
    String eventId,
    List<ItemBody> items,
    String ticketTypeId,
    Integer quantity,
    List<HolderBody> holders,
    String voucher,
    HolderBody buyer) {

  record ItemBody(String ticketTypeId, int quantity, List<HolderBody> holders) {
    WantedPlaces wanted() {
      List<HolderBody> named = requireNonNullElse(holders, List.of());
      return new WantedPlaces(
          ticketTypeId, quantity, named.stream().map(HolderBody::holder).toList());
    }
  }

  HoldRequest toRequest(Caller caller) {
    List<WantedPlaces> wanted = all().stream().map(ItemBody::wanted).toList();
    return new HoldRequest(
        eventId, wanted, buyer(caller), Access.isStaff(caller), HolderBody.text(voucher));
  }

  private List<ItemBody> all() {
    if (items != null) {
      return items;
    }
    if (ticketTypeId == null) {
      throw Problem.invalid("body.items", "is required", "required");
    }
    return List.of(new ItemBody(ticketTypeId, requireNonNullElse(quantity, 1), holders));
  }

  private Buyer buyer(Caller caller) {
    if (buyer != null && !Access.isStaff(caller)) {
      throw Problem.of(ProblemKind.FORBIDDEN, "Only staff book for others.");
    }
    return new Buyer(
        caller.id(), caller.username(), Optional.ofNullable(buyer).map(HolderBody::holder));
  }
}
