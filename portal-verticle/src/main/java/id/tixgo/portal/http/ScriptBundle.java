package id.tixgo.portal.http;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One module made of all that an entry imports, directly or not: browsers ask for one file instead
 * of a hundred. Each module becomes a function that is run once and gives what it exports;
 * libraries are imported as they are. It knows the forms that the web application's modules have
 * ({@code import {a, b as c} from 'x';}, {@code import 'x';}, {@code export function}, {@code
 * class} and {@code const}) and refuses others, as it does circular imports (ADR 028).
 */
final class ScriptBundle {
  private static final Pattern IMPORT =
      Pattern.compile("^import (?:(\\{[^}]*}) from )?'([^']+)';$", Pattern.MULTILINE);
  private static final Pattern NAME = Pattern.compile("([\\w$]+)(?: as [\\w$]+)?");
  private static final Pattern EXPORT =
      Pattern.compile(
          "^export (?=(?:async )?(?:function|class|const) ([\\w$]+))", Pattern.MULTILINE);
  private static final Pattern OTHER =
      Pattern.compile("^(?:import|export)\\b.*", Pattern.MULTILINE);

  private final Map<String, String> sources;
  private final Map<String, String> pathToModule = new LinkedHashMap<>();
  private final Map<String, List<String>> pathToExports = new HashMap<>();
  private final Set<String> begun = new HashSet<>();
  private final Set<String> libraries = new LinkedHashSet<>();

  /**
   * @param entry the path of a module
   * @param sources the modules by their paths, as {@code js/views/door.js}
   */
  ScriptBundle(String entry, Map<String, String> sources) {
    this.sources = sources;
    take(entry);
  }

  /** The paths of the modules that are in it. */
  Set<String> paths() {
    return pathToModule.keySet();
  }

  String text() {
    return libraries.stream().map(ScriptBundle::imported).collect(Collectors.joining())
        + String.join("", pathToModule.values());
  }

  private static String imported(String library) {
    return "import * as " + name(library) + " from '" + library + "';\n";
  }

  /** Modules come after those that they import. */
  private void take(String path) {
    if (begun.add(path)) {
      pathToModule.put(path, module(path));
    } else if (!pathToModule.containsKey(path)) {
      throw new IllegalArgumentException(path + " is imported by what it imports");
    }
  }

  private String module(String path) {
    String source = sources.get(path);
    if (source == null) {
      throw new IllegalArgumentException("there is no " + path);
    }
    String body =
        IMPORT.matcher(source).replaceAll(found -> Matcher.quoteReplacement(use(path, found)));
    Matcher exports = EXPORT.matcher(body);
    List<String> names = exports.results().map(one -> one.group(1)).toList();
    pathToExports.put(path, names);
    String plain = exports.replaceAll("");
    refuseOthers(path, plain);
    return "const %s = (() => {\n%s\nreturn { %s };\n})();\n"
        .formatted(name(path), plain, String.join(", ", names));
  }

  private String use(String path, MatchResult found) {
    String names = found.group(1);
    String module = taken(path, found.group(2));
    if (names == null) {
      return "";
    }
    refuseUnknown(path, names, module);
    return "const " + names.replace(" as ", ": ") + " = " + name(module) + ";";
  }

  private String taken(String from, String specifier) {
    if (!specifier.startsWith(".")) {
      libraries.add(specifier);
      return specifier;
    }
    String path = Path.of(from).resolveSibling(specifier).normalize().toString();
    take(path);
    return path;
  }

  /** Names that a module doesn't export; what libraries do isn't known here. */
  private void refuseUnknown(String path, String names, String module) {
    List<String> exports = pathToExports.get(module);
    if (exports == null) {
      return;
    }
    for (MatchResult name : NAME.matcher(names).results().toList()) {
      if (!exports.contains(name.group(1))) {
        throw new IllegalArgumentException(path + ": no " + name.group(1) + " in " + module);
      }
    }
  }

  private static void refuseOthers(String path, String module) {
    Matcher other = OTHER.matcher(module);
    if (other.find()) {
      throw new IllegalArgumentException(path + ": " + other.group());
    }
  }

  private static String name(String path) {
    return "$" + path.replaceAll("\\W", "_");
  }
}
