package id.tixgo.common.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as searches compare it: whatever the case, the accents and how they were composed. The
 * browser's {@code searchtext.js} has the same rules.
 */
public final class SearchText {
  private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");

  private SearchText() {}

  /** One text is found in another when this of it is contained in this of the other. */
  public static String of(String text) {
    boolean ascii = text.chars().allMatch(c -> c < 128);
    return (ascii ? text : plain(text)).toUpperCase(Locale.ROOT);
  }

  private static String plain(String text) {
    String parts = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return ACCENTS.matcher(parts).replaceAll("");
  }
}
