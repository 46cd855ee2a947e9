package id.tixgo.common.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;

/** A part of an address in a setting, such as a user's name. */
public final class AddressPart {
  private AddressPart() {}

  /** What it means, without the plus of forms: it stands for itself here. */
  public static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
  }
}
