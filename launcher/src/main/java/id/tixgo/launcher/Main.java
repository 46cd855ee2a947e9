package id.tixgo.launcher;

import id.tixgo.common.config.ConfigException;
import id.tixgo.common.config.Env;
import id.tixgo.common.json.JsonFormat;
import java.util.List;

/**
 * {@code tixgo SERVICE…}: services by their names in one JVM; {@code all} stands for all of them,
 * or for those of the setting {@code SERVICES}.
 */
public final class Main {
  private static final int BAD_SETTING = 2;

  private Main() {}

  public static void main(String[] arguments) {
    Env env = new Env(System.getenv());
    System.setProperty("LOG_FORMAT", "text");
    System.setProperty("LOG_FILE", "");
    try {
      LogConfig.from(env).apply();
      JsonFormat.install();
      Launch launch = Launch.of(List.of(arguments), env);
      launch.start().onFailure(failure -> failed(launch, failure));
    } catch (ConfigException e) {
      exit(e.getMessage());
    }
  }

  private static void failed(Launch launch, Throwable failure) {
    if (!launch.isStopping()) {
      exit(launch.sentence(failure));
    }
  }

  /** One sentence, no stack trace. */
  private static void exit(String sentence) {
    Logs.flush();
    System.err.println("tixgo: " + sentence);
    Runtime.getRuntime().halt(BAD_SETTING);
  }
}
