package id.tixgo.common.config;

import java.util.regex.Pattern;

/**
 * Whether a service believes whoever asks without a token, on this machine: {@code DEMO}. For a
 * tour of the digital wallet as its guide prints it.
 */
public final class DemoMode {
  private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1");

  /** Stands in the guide. */
  private static final String PRINTED_TOKEN = "service_shared_secret_change_this";

  private DemoMode() {}

  /** What is set; refuses a demo that others can reach, and the printed secret without one. */
  public static boolean of(Env env, HttpConfig http) {
    boolean demo = env.flag("DEMO", false);
    expectLoopback(env, demo);
    expectSecret(http, demo);
    return demo;
  }

  /** Gateway listens at the public address, and shows the service there. */
  private static void expectLoopback(Env env, boolean demo) {
    boolean local =
        LOOPBACK.matcher(env.text("INTERNAL_HOST", "127.0.0.1")).matches()
            && LOOPBACK.matcher(env.text("BIND_HOST", "0.0.0.0")).matches();
    if (demo && !local) {
      throw new ConfigException(
          "DEMO is true, which lets anybody move money: it needs BIND_HOST=127.0.0.1, and"
              + " INTERNAL_HOST, too.");
    }
  }

  private static void expectSecret(HttpConfig http, boolean demo) {
    if (!demo && http.serviceToken().matches(PRINTED_TOKEN)) {
      throw new ConfigException(
          "SERVICE_TOKEN is one that everybody can read in a guide; only DEMO takes it.");
    }
  }
}
