package id.tixgo.common.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Files for browsers on the class path, most of them from WebJars. Reading them blocks. */
public final class WebJar {
  private WebJar() {}

  /** The folder of a WebJar's files, whatever its version is. */
  public static String folder(String group, String name) {
    Properties properties = new Properties();
    try {
      properties.load(
          new ByteArrayInputStream(
              read("META-INF/maven/" + group + "/" + name + "/pom.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "META-INF/resources/webjars/" + name + "/" + properties.getProperty("version");
  }

  /** The bytes of a resource that is there. */
  public static byte[] read(String resource) {
    try (InputStream stream = WebJar.class.getClassLoader().getResourceAsStream(resource)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
