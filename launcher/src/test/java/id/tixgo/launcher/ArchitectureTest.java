package id.tixgo.launcher;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;

/** The house's arrows go one way, and its rooms know only what they should. */
@AnalyzeClasses(packages = "id.tixgo", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String[] ABOVE_HTTP = {
    "id.tixgo.common.auth..",
    "id.tixgo.common.store..",
    "id.tixgo.common.clients..",
    "id.tixgo.common.test.."
  };

  @ArchTest
  static final ArchRule COMMON_KNOWS_NO_SERVICE =
      noClasses()
          .that()
          .resideInAPackage("id.tixgo.common..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "id.tixgo.identity..",
                  "id.tixgo.attendance..",
                  "id.tixgo.event..",
                  "id.tixgo.portal..",
                  "id.tixgo.ticketing..",
                  "id.tixgo.payment..",
                  "id.tixgo.wallet..",
                  "id.tixgo.notification..",
                  "id.tixgo.report..",
                  "id.tixgo.gateway..",
                  "id.tixgo.launcher.."));

  @ArchTest
  static final ArchRule SERVICES_KNOW_NO_OTHER =
      slices()
          .matching(
              "id.tixgo.(identity|attendance|event|portal|ticketing|payment|wallet|notification|report|gateway)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule DOMAIN_KNOWS_NO_HTTP_JSON_OR_STORAGE =
      noClasses()
          .that()
          .resideInAPackage("..domain..")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage(
                  "..http..",
                  "..store..",
                  "..client..",
                  "..json..",
                  "io.vertx.ext.web..",
                  "com.fasterxml.."));

  @ArchTest
  static final ArchRule SERVICES_STORES_KNOW_NO_HTTP_OR_JSON =
      noClasses()
          .that(
              resideInAnyPackage("id.tixgo.*.store..")
                  .and(resideOutsideOfPackage("id.tixgo.common..")))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("..http..", "..client..", "..json..", "com.fasterxml.."));

  @ArchTest
  static final ArchRule COMMON_HTTP_KNOWS_NO_OTHER_MODULE =
      noClasses()
          .that(resideInAPackage("id.tixgo.common..").and(resideOutsideOfPackages(ABOVE_HTTP)))
          .should()
          .dependOnClassesThat(resideInAnyPackage(ABOVE_HTTP));

  @ArchTest
  static final ArchRule AUTH_AND_STORE_KNOW_ONLY_HTTP =
      slices().matching("id.tixgo.common.(auth|store)..").should().notDependOnEachOther();

  @ArchTest
  static final ArchRule NOTHING_BELOW_CLIENTS_KNOWS_THEM =
      noClasses()
          .that()
          .resideInAnyPackage("id.tixgo.common.auth..", "id.tixgo.common.store..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("id.tixgo.common.clients.."));

  @ArchTest
  static final ArchRule CLIENTS_KNOW_NO_STORE =
      noClasses()
          .that()
          .resideInAPackage("id.tixgo.common.clients..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("id.tixgo.common.store.."));

  @ArchTest
  static final ArchRule ONLY_TESTS_KNOW_THE_TEST_KIT =
      noClasses()
          .that()
          .resideOutsideOfPackage("id.tixgo.common.test..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("id.tixgo.common.test.."));

  @ArchTest
  static final ArchRule ONLY_TESTS_KNOW_THE_SIMULATOR =
      noClasses()
          .that()
          .resideOutsideOfPackage("id.tixgo.simulator..")
          .should()
          .dependOnClassesThat(resideInAnyPackage("id.tixgo.simulator.."));

  @ArchTest
  static final ArchRule THE_SIMULATOR_KNOWS_NO_SERVICE =
      noClasses()
          .that()
          .resideInAPackage("id.tixgo.simulator..")
          .should()
          .dependOnClassesThat(
              resideOutsideOfPackages(
                      "id.tixgo.simulator..", "id.tixgo.common.config..", "id.tixgo.common.qr..")
                  .and(resideInAPackage("id.tixgo..")));

  @ArchTest
  static final ArchRule THE_SIMULATOR_HAS_NO_CYCLES =
      slices().matching("id.tixgo.simulator.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule COMMON_HAS_NO_CYCLES =
      slices().matching("id.tixgo.common.(*)..").should().beFreeOfCycles();

  @ArchTest
  static void aSimpleNameShouldBeOneClassAlone(JavaClasses classes) {
    Map<String, List<String>> named =
        classes.stream()
            .filter(JavaClass::isTopLevelClass)
            .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getName, toList())));
    named.values().removeIf(names -> names.size() == 1);
    assertEquals(Map.of(), named);
  }
}
