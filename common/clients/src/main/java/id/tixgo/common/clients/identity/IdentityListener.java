package id.tixgo.common.clients.identity;

/** Wants to know what Identity says. */
public interface IdentityListener {
  void onChange(IdentityChange change);

  /**
   * Changes may have gone unheard: called after seconds of silence, again and again until it ends,
   * and then once more.
   */
  void onPossibleGap();
}
