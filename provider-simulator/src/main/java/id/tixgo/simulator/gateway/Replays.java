package id.tixgo.simulator.gateway;

import java.util.Optional;

/** Answers that are given again to a call that is made again. */
public interface Replays {
  /** For an API that knows no repeated calls. */
  Replays NONE =
      new Replays() {
        @Override
        public Optional<WireReply> begin(WireCall call) {
          return Optional.empty();
        }

        @Override
        public void end(WireCall call, WireReply reply) {}
      };

  /** What the call is answered instead of being done; else it runs from now on. */
  Optional<WireReply> begin(WireCall call);

  /** The call was answered, or its answer got lost. */
  void end(WireCall call, WireReply reply);
}
