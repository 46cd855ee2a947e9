package id.tixgo.common.test;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** The classes that this JVM has loaded. */
public final class LoadedClasses {
  private LoadedClasses() {}

  /** What the JVM itself says. */
  public static boolean contain(String name) {
    try {
      ObjectName diagnostics = new ObjectName("com.sun.management:type=DiagnosticCommand");
      return ManagementFactory.getPlatformMBeanServer()
          .invoke(
              diagnostics,
              "vmClassHierarchy",
              new Object[] {new String[] {name}},
              new String[] {String[].class.getName()})
          .toString()
          .contains(name);
    } catch (JMException e) {
      throw new AssertionError(e);
    }
  }
}
