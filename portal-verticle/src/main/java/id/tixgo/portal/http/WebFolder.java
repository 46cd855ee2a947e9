package id.tixgo.portal.http;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The class path's folder {@code web}, in a jar or where Maven compiles to. */
final class WebFolder {
  private static final String INDEX = "web/index.html";

  private WebFolder() {}

  /**
   * The bytes of every file by its path in the folder: {@code index.html}, {@code img/logo.svg}.
   */
  static Map<String, byte[]> read() throws IOException {
    URL index = WebFolder.class.getClassLoader().getResource(INDEX);
    if (index.openConnection() instanceof JarURLConnection jar) {
      try (FileSystem files = FileSystems.newFileSystem(path(jar.getJarFileURL()))) {
        return read(files.getPath("web"));
      }
    }
    return read(path(index).getParent());
  }

  private static Map<String, byte[]> read(Path folder) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (Path file : filesOf(folder)) {
      files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
    }
    return files;
  }

  private static List<Path> filesOf(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).toList();
    }
  }

  private static Path path(URL url) throws IOException {
    try {
      URI uri = url.toURI();
      return Path.of(uri);
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
