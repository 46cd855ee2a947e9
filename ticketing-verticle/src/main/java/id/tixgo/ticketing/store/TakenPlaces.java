package id.tixgo.ticketing.store;

import id.tixgo.common.store.StagedMap;
import id.tixgo.common.store.StagedMaps;
import id.tixgo.ticketing.domain.Booking;
import id.tixgo.ticketing.domain.BookingItem;
import id.tixgo.ticketing.domain.BookingStatus;
import id.tixgo.ticketing.domain.Places;

/** Counters of what is held and sold, kept as bookings change: never counted from rows. */
final class TakenPlaces {
  private final StagedMap<Places> typeToPlaces;
  private final StagedMap<Places> eventToPlaces;
  private final StagedMap<Integer> buyerToOpen;
  private final StagedMap<Integer> buyerToOffers;
  private final StagedMap<Integer> voucherToUses;

  TakenPlaces(StagedMaps maps) {
    this.typeToPlaces = maps.open("ticketing.type-places");
    this.eventToPlaces = maps.open("ticketing.event-places");
    this.buyerToOpen = maps.open("ticketing.open-bookings");
    this.buyerToOffers = maps.open("ticketing.open-offers");
    this.voucherToUses = maps.open("ticketing.voucher-uses");
  }

  Places ofType(String id) {
    return typeToPlaces.get(id).orElse(Places.NONE);
  }

  Places ofEvent(String id) {
    return eventToPlaces.get(id).orElse(Places.NONE);
  }

  /** For transactions, as what follows is. */
  Places stagedOfType(String id) {
    return typeToPlaces.staged(id).orElse(Places.NONE);
  }

  Places stagedOfEvent(String id) {
    return eventToPlaces.staged(id).orElse(Places.NONE);
  }

  int usesOf(String voucher) {
    return voucherToUses.get(voucher).orElse(0);
  }

  int stagedUsesOf(String voucher) {
    return voucherToUses.staged(voucher).orElse(0);
  }

  /** Offers aren't counted: who waits has asked for one. */
  int open(String eventId, long userId) {
    return buyerToOpen.staged(key(eventId, userId)).orElse(0);
  }

  int openOffers(String ticketTypeId, long userId) {
    return buyerToOffers.staged(key(ticketTypeId, userId)).orElse(0);
  }

  /**
   * Counts a booking in or out.
   *
   * @param sign 1 or -1
   */
  void count(Booking booking, int sign) {
    if (booking.status().takesPlaces()) {
      booking
          .items()
          .forEach(item -> count(typeToPlaces, item.ticketTypeId(), booking, item, sign));
      booking.items().forEach(item -> count(eventToPlaces, booking.eventId(), booking, item, sign));
      booking.voucher().ifPresent(code -> add(voucherToUses, code, sign * booking.voucherUses()));
      countOpen(booking, sign);
    }
  }

  private static void count(
      StagedMap<Places> map, String id, Booking booking, BookingItem item, int sign) {
    int places = sign * booking.places(item);
    boolean held = booking.status() == BookingStatus.PENDING;
    Places before = map.staged(id).orElse(Places.NONE);
    map.put(id, before.plus(held ? places : 0, held ? 0 : places));
  }

  private void countOpen(Booking booking, int sign) {
    long buyer = booking.buyer().userId();
    if (booking.status() == BookingStatus.PENDING && booking.offer().isEmpty()) {
      add(buyerToOpen, key(booking.eventId(), buyer), sign);
    } else if (booking.status() == BookingStatus.PENDING) {
      booking.items().forEach(item -> add(buyerToOffers, key(item.ticketTypeId(), buyer), sign));
    }
  }

  private static void add(StagedMap<Integer> map, String key, int more) {
    int sum = map.staged(key).orElse(0) + more;
    if (sum == 0) {
      map.remove(key);
    } else {
      map.put(key, sum);
    }
  }

  private static String key(String id, long userId) {
    return userId + "\n" + id;
  }
}
