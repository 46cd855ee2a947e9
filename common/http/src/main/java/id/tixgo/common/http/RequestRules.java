package id.tixgo.common.http;

import id.tixgo.common.problem.Violation;
import io.vertx.ext.web.RoutingContext;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import io.vertx.json.schema.common.dsl.SchemaType;
import io.vertx.openapi.contract.Location;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import io.vertx.openapi.contract.RequestBody;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one operation's contract asks of a request. The schemas are the contract's, applied here and
 * not by vertx-openapi's own RequestValidator: that one decodes a query twice (so {@code q=100%25}
 * fails) and runs on a worker thread (docs/adr/002).
 */
final class RequestRules {
  /** Errors that only say that one below them failed. */
  private static final Set<String> WRAPPERS =
      Set.of("$ref", "properties", "items", "prefixItems", "allOf", "if", "additionalProperties");

  /** One number has one way to be written: it is what the audit and caches know a thing by. */
  private static final String INTEGER = "-?(0|[1-9]\\d{0,17})";

  private final List<Rule> rules;
  private final Map<String, Content> contentTypeToContent;
  private final boolean bodyRequired;

  /** What is asked of a body of one type. */
  private record Content(JsonSchema schema, Validator validator) {
    static Content of(JsonSchema schema) {
      return new Content(schema, Contract.validator(schema));
    }
  }

  /** What is asked of one parameter, under the name that violations give it. */
  private record Rule(String name, Parameter parameter, Validator validator) {
    static Rule of(Parameter parameter) {
      String location = parameter.getIn().name().toLowerCase(Locale.ROOT);
      return new Rule(
          location + "." + parameter.getName(),
          parameter,
          Contract.validator(parameter.getSchema()));
    }
  }

  RequestRules(Operation operation) {
    this.rules = operation.getParameters().stream().map(Rule::of).toList();
    RequestBody body = operation.getRequestBody();
    this.bodyRequired = body != null && body.isRequired();
    this.contentTypeToContent = body == null ? Map.of() : bodies(body);
  }

  private static Map<String, Content> bodies(RequestBody body) {
    return body.getContent().entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                e -> Contract.mediaType(e.getKey()), e -> Content.of(e.getValue().getSchema())));
  }

  boolean takesBody() {
    return !contentTypeToContent.isEmpty();
  }

  boolean requiresBody() {
    return bodyRequired;
  }

  Set<String> contentTypes() {
    return contentTypeToContent.keySet();
  }

  /** The violations of path, query and header parameters. */
  List<Violation> check(RoutingContext context) {
    if (rules.isEmpty()) {
      return List.of();
    }
    List<Violation> violations = new ArrayList<>();
    for (Rule rule : rules) {
      violations.addAll(check(rule, context));
    }
    return violations;
  }

  /** The violations of a decoded body. */
  List<Violation> check(String contentType, Object body) {
    Content asked = contentTypeToContent.get(contentType);
    return violations("body", asked.schema(), asked.validator().validate(body));
  }

  private static List<Violation> check(Rule rule, RoutingContext context) {
    Parameter parameter = rule.parameter();
    Optional<String> value = value(parameter, context);
    if (value.isEmpty()) {
      return parameter.isRequired()
          ? List.of(new Violation(rule.name(), "is required", "required"))
          : List.of();
    }
    Object typed = typed(parameter.getSchema(), value.get());
    return violations(rule.name(), rule.parameter().getSchema(), rule.validator().validate(typed));
  }

  private static Optional<String> value(Parameter parameter, RoutingContext context) {
    String name = parameter.getName();
    Location in = parameter.getIn();
    return Optional.ofNullable(
        switch (in) {
          case PATH -> context.pathParam(name);
          case QUERY -> Call.query(context, name);
          case HEADER -> context.request().getHeader(name);
          case COOKIE -> null;
        });
  }

  private static Object typed(JsonSchema schema, String value) {
    Object type = schema.get("type");
    if (SchemaType.INTEGER.getName().equals(type) && value.matches(INTEGER)) {
      return Long.valueOf(value);
    }
    return SchemaType.BOOLEAN.getName().equals(type) && value.matches("true|false")
        ? (Object) Boolean.valueOf(value)
        : value;
  }

  private static List<Violation> violations(String root, JsonSchema schema, OutputUnit result) {
    if (result.getErrors() == null || Boolean.TRUE.equals(result.getValid())) {
      return List.of();
    }
    Set<String> said = new HashSet<>();
    return result.getErrors().stream()
        .filter(error -> !WRAPPERS.contains(keyword(error)))
        .map(error -> violation(root, schema, error))
        .filter(violation -> said.add(violation.loc() + ' ' + violation.msg()))
        .toList();
  }

  private static Violation violation(String root, JsonSchema schema, OutputUnit error) {
    String place = error.getInstanceLocation().replaceFirst("^#/?", "").replace('/', '.');
    String type = keyword(error);
    String missing = type.equals("required") ? quoted(error.getError()) : "";
    String message = missing.isEmpty() ? Sentences.of(schema, error) : "is required";
    return new Violation(join(root, place, missing), message, type);
  }

  private static String join(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("."));
  }

  private static String quoted(String text) {
    int start = text.indexOf('"');
    int end = text.lastIndexOf('"');
    return start < end ? text.substring(start + 1, end) : "";
  }

  private static String keyword(OutputUnit error) {
    String location = error.getKeywordLocation();
    return location.substring(location.lastIndexOf('/') + 1);
  }
}
