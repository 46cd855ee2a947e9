package id.tixgo.report.domain;

/**
 * What belongs together adds up to. Money is in the minor unit of one currency.
 *
 * @param sold tickets that are good
 * @param refunded tickets that money was given back for
 * @param paid what buyers have paid
 * @param kept what is left of it: the revenue
 * @param checkedIn who has entered
 */
public record Figures(long sold, long refunded, long paid, long kept, long checkedIn) {
  public static final Figures NONE = new Figures(0, 0, 0, 0, 0);

  static Figures of(SoldBooking.Item item) {
    return new Figures(item.sold(), item.refunded(), item.paid().minor(), item.kept().minor(), 0);
  }

  /** Of those who have entered alone. */
  static Figures entered(long count) {
    return new Figures(0, 0, 0, 0, count);
  }

  public Figures plus(Figures other) {
    return new Figures(
        sold + other.sold,
        refunded + other.refunded,
        Math.addExact(paid, other.paid),
        Math.addExact(kept, other.kept),
        checkedIn + other.checkedIn);
  }

  /** What was given back. */
  public long refunds() {
    return paid - kept;
  }

  /** How many of the sold tickets nobody has entered with. */
  public long noShows() {
    return Math.max(0, sold - checkedIn);
  }
}
