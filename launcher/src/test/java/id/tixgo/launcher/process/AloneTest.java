package id.tixgo.launcher.process;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "id.tixgo.launcher.process")
class AloneTest {
  @ArchTest
  static final ArchRule TESTS_OF_PROCESSES_RUN_ALONE =
      classes().that().haveSimpleNameEndingWith("IT").should().beAnnotatedWith(Alone.class);
}
