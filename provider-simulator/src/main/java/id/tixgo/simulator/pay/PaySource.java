package id.tixgo.simulator.pay;

import id.tixgo.simulator.gateway.Move;
import id.tixgo.simulator.gateway.MoveDetails;
import java.util.Optional;

/** A gateway that has pay pages. */
public interface PaySource {
  /** Where its pages are; a page's name follows. */
  String pages();

  /** What the page of this name shows. */
  Optional<PayView> view(String page);

  /**
   * What the buyer does there.
   *
   * @throws id.tixgo.simulator.gateway.MoveRefused if the payment's state doesn't allow it
   */
  void act(String page, Move move, MoveDetails details);
}
