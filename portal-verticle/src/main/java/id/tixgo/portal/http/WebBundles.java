package id.tixgo.portal.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the web application is made of in many files, and browsers get in one. */
final class WebBundles {
  private static final String SCRIPT = "js/app.js";
  private static final String STYLE = "css/app.css";
  private static final Pattern STYLE_IMPORT = Pattern.compile("@import '([^']+)';\n");

  private WebBundles() {}

  /**
   * The files with the application's script and style sheet, each with what it imports in itself
   * and not beside it.
   */
  static Map<String, byte[]> bundled(Map<String, byte[]> files) {
    Map<String, byte[]> bundled = new TreeMap<>(files);
    ScriptBundle scripts = new ScriptBundle(SCRIPT, texts(files));
    bundled.keySet().removeAll(scripts.paths());
    bundled.put(SCRIPT, scripts.text().getBytes(UTF_8));
    bundled.put(STYLE, style(bundled).getBytes(UTF_8));
    return bundled;
  }

  private static Map<String, String> texts(Map<String, byte[]> files) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().endsWith(".js"))
        .collect(toMap(Map.Entry::getKey, file -> new String(file.getValue(), UTF_8)));
  }

  /** Takes the sheets that are imported out of the files. */
  private static String style(Map<String, byte[]> files) {
    return STYLE_IMPORT
        .matcher(new String(files.get(STYLE), UTF_8))
        .replaceAll(found -> taken(files, "css/" + found.group(1)));
  }

  private static String taken(Map<String, byte[]> files, String path) {
    return Matcher.quoteReplacement(new String(files.remove(path), UTF_8));
  }
}
