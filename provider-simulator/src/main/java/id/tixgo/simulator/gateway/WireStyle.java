package id.tixgo.simulator.gateway;

/** How one API of a gateway says what goes wrong before it knows what the call is about. */
public interface WireStyle {
  String gateway();

  boolean isAuthorized(WireCall call);

  WireReply unauthorized();

  /** The body is no JSON, or a member has a type that it can't have. */
  WireReply malformed();

  WireReply serverError();

  WireReply tooManyRequests();
}
