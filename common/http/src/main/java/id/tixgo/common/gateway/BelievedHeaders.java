package id.tixgo.common.gateway;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names of headers by which services are told who asks, from where, or for what. Whoever stands
 * inside may believe them, so a gateway lets none in. A name with {@code _} for {@code -} is the
 * same to many programs.
 */
final class BelievedHeaders {
  private static final List<String> BEGINNINGS =
      List.of(
          "x-account",
          "x-admin",
          "x-auth",
          "x-client",
          "x-consumer",
          "x-credential",
          "x-email",
          "x-forwarded",
          "x-group",
          "x-http-method",
          "x-identity",
          "x-internal",
          "x-jwt",
          "x-method",
          "x-original",
          "x-override",
          "x-permission",
          "x-principal",
          "x-real",
          "x-remote",
          "x-rewrite",
          "x-role",
          "x-scope",
          "x-service",
          "x-ssl",
          "x-tenant",
          "x-user");

  private static final Set<String> NAMES =
      Set.of(
          "cf-connecting-ip",
          "cf-connecting-ipv6",
          "client-ip",
          "fastly-client-ip",
          "forwarded",
          "remote-addr",
          "remote-role",
          "remote-user",
          "true-client-ip",
          "x-cluster-client-ip",
          "x-deadline-ms",
          "x-host",
          "x-is-admin",
          "x-proxyuser-ip",
          "x-request-id",
          "x-true-client-ip",
          "x-url");

  private BelievedHeaders() {}

  static boolean contain(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replace('_', '-');
    return NAMES.contains(plain)
        || (plain.startsWith("x-") && BEGINNINGS.stream().anyMatch(plain::startsWith));
  }
}
