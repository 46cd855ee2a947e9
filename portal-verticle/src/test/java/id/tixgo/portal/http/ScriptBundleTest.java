package id.tixgo.portal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptBundleTest {
  private static final String NAMES =
      """
      import { first as one } from '../one.js';
      import {
        second,
        SEVEN,
      } from '../two.js';

      export const $sum = () => one() + second() + SEVEN;
      """;

  @Test
  void modulesShouldRunOnceBeforeThoseThatImportThem() {
    Map<String, String> sources =
        Map.of(
            "js/app.js",
                "import './one.js';\nimport { $sum } from './views/sum.js';\nran.push($sum());\n",
            "js/views/sum.js", NAMES,
            "js/one.js", "ran.push('one');\nexport function first() {\n  return 1;\n}\n",
            "js/two.js",
                "import './one.js';\nexport async function later() {}\nexport class Two {}\nexport const SEVEN = 7;\nexport function second() {\n  return 2;\n}\n",
            "js/apart.js", "ran.push('never');\n");
    ScriptBundle bundle = new ScriptBundle("js/app.js", sources);
    assertEquals(Set.of("js/app.js", "js/views/sum.js", "js/one.js", "js/two.js"), bundle.paths());
    assertEquals("one,10", run(bundle.text()));
  }

  @Test
  void librariesShouldBeImportedOnceAtTheTop() {
    Map<String, String> sources =
        Map.of(
            "a.js", "import './b.js';\nimport { html } from 'lit';\nhtml``;\n",
            "b.js", "import { LitElement as Base } from 'lit';\nexport class B extends Base {}\n");
    String text = new ScriptBundle("a.js", sources).text();
    assertTrue(text.startsWith("import * as $lit from 'lit';\nconst $b_js = "), text);
    assertEquals(1, text.split("\nimport |^import ", -1).length - 1, text);
    assertTrue(text.contains("const { LitElement: Base } = $lit;"), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import all from './b.js';\n",
        "import * as all from './b.js';\n",
        "import { gone } from './gone.js';\n",
        "import { b, unknown as c } from './b.js';\n",
        "import { b } from './b.js'\n",
        "export let changed = 1;\n",
        "export default 1;\n",
        "export { b } from './b.js';\n",
        "import { a } from './back.js';\n"
      })
  void whatItDoesNotKnowShouldBeRefused(String source) {
    Map<String, String> sources =
        Map.of(
            "a.js", source,
            "b.js", "export const b = 1;\n",
            "back.js", "import { b } from './a.js';\nexport const a = b;\n");
    assertThrows(IllegalArgumentException.class, () -> new ScriptBundle("a.js", sources));
  }

  private static String run(String script) {
    try (Context context =
        Context.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build()) {
      return context
          .eval("js", "'use strict'; const ran = [];\n" + script + "ran.join()")
          .asString();
    }
  }
}
