package id.tixgo.common.problem;

/**
 * One place in a request that breaks its schema.
 *
 * @param loc where: {@code body.ticket_id}, {@code query.limit}
 * @param msg what is wrong with it
 * @param type the schema's keyword that it breaks: {@code required}, {@code maxLength}
 */
public record Violation(String loc, String msg, String type) {
  String sentence() {
    return loc + ": " + msg;
  }
}
