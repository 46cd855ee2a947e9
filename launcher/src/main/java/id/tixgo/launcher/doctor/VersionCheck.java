package id.tixgo.launcher.doctor;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

/**
 * What runs, for whoever is asked for help; that Java is new enough has been seen to by the script.
 */
record VersionCheck(String tixgo) implements Check {
  private static final String OF_THE_JAR = "/META-INF/maven/id.tixgo/launcher/pom.properties";

  VersionCheck {
    requireNonNull(tixgo);
  }

  static VersionCheck ofThisJvm() {
    try (InputStream stream = VersionCheck.class.getResourceAsStream(OF_THE_JAR)) {
      Properties properties = new Properties();
      properties.load(stream == null ? InputStream.nullInputStream() : stream);
      return new VersionCheck(properties.getProperty("version", "that is in no archive"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String subject() {
    return "The version";
  }

  @Override
  public List<Finding> look() {
    String vertx = Vertx.class.getPackage().getImplementationVersion();
    String java = Runtime.version() + " (" + System.getProperty("java.vendor") + ")";
    return List.of(Finding.ok("TixGo " + tixgo + ", Vert.x " + vertx + ", Java " + java + "."));
  }
}
