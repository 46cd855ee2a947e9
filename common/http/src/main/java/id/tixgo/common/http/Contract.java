package id.tixgo.common.http;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.SchemaRepository;
import io.vertx.json.schema.Validator;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A service's OpenAPI contract: the document as it is served, and what vertx-openapi makes of it.
 *
 * <p>vertx-openapi 5.0 refuses a contract that names a media type outside a list of its own, which
 * lacks problems, forms, spreadsheets and HTML (eclipse-vertx/vertx-openapi#95). It reads a copy in
 * which these have stand-ins; nobody else does.
 */
public final class Contract {
  private static final String FORM_STAND_IN = "application/vnd.form+json";
  private static final String CSV_STAND_IN = "application/vnd.csv+json";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String XLSX_STAND_IN = "application/octet-stream";
  private static final String TEXT = "text/plain";
  private static final Map<String, String> TYPE_TO_STAND_IN =
      Map.of(
          "application/problem+json",
          "application/vnd.problem+json",
          BodyDecoder.FORM,
          FORM_STAND_IN,
          "text/csv",
          CSV_STAND_IN,
          XLSX,
          XLSX_STAND_IN,
          "text/event-stream",
          TEXT,
          "text/html",
          TEXT,
          "text/calendar",
          TEXT,
          "image/svg+xml",
          TEXT,
          "application/pdf",
          "application/vnd.pdf+json");

  private static final JsonSchemaOptions SCHEMAS =
      new JsonSchemaOptions()
          .setDraft(Draft.DRAFT202012)
          .setBaseUri("tixgo://contract")
          .setOutputFormat(OutputFormat.Basic);

  private final JsonObject document;
  private final JsonObject shown;
  private final Map<String, Operation> idToOperation;

  private Contract(JsonObject document, JsonObject shown, Map<String, Operation> idToOperation) {
    this.document = requireNonNull(document);
    this.shown = requireNonNull(shown);
    this.idToOperation = requireNonNull(idToOperation);
  }

  /** Reads {@code openapi/<name>.json} from the class path and adds what all services share. */
  public static Future<Contract> load(Vertx vertx, String name) {
    Future<Buffer> own = vertx.fileSystem().readFile("openapi/" + name + ".json");
    Future<Buffer> common = vertx.fileSystem().readFile(CommonContract.FILE);
    return Future.all(own, common)
        .map(
            read ->
                new CommonContract(common.result().toString(), name + "-service")
                    .completing(new JsonObject(own.result())))
        .compose(document -> of(vertx, document));
  }

  /** The contract that a whole document is. */
  public static Future<Contract> of(Vertx vertx, JsonObject document) {
    return OpenAPIContract.from(vertx, new JsonObject(withStandIns(document.encode())))
        .map(openApi -> new Contract(document, document, byId(openApi)));
  }

  private static Map<String, Operation> byId(OpenAPIContract openApi) {
    return openApi.operations().stream()
        .collect(Collectors.toUnmodifiableMap(Operation::getOperationId, o -> o));
  }

  /** The same operations, of which clients read in another document. */
  public Contract showing(JsonObject other) {
    return new Contract(document, other, idToOperation);
  }

  private static String withStandIns(String text) {
    String replaced = text;
    for (Map.Entry<String, String> entry : TYPE_TO_STAND_IN.entrySet()) {
      replaced = replaced.replace('"' + entry.getKey() + '"', '"' + entry.getValue() + '"');
    }
    return replaced;
  }

  /** The document as clients read it. */
  public JsonObject document() {
    return shown;
  }

  public String title() {
    return document.getJsonObject("info").getString("title");
  }

  /**
   * A validator of one of the contract's schemas, in which references are resolved. The contract's
   * own repository gives each validator a copy of its list of thousands of schemas.
   */
  public static Validator validator(JsonSchema schema) {
    return SchemaRepository.create(SCHEMAS).validator(schema);
  }

  /** The operations in the order of the document, which is the order of the routes. */
  public List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    JsonObject paths = document.getJsonObject("paths");
    for (String path : paths.fieldNames()) {
      paths.getJsonObject(path).stream()
          .map(Map.Entry::getValue)
          .map(model -> operation(((JsonObject) model).getString("operationId")))
          .forEach(operations::add);
    }
    return operations;
  }

  boolean has(String id) {
    return idToOperation.containsKey(id);
  }

  /** An operation by its id; fails when the document has none. */
  public Operation operation(String id) {
    Operation operation = idToOperation.get(id);
    if (operation == null) {
      throw new IllegalStateException(id + " is not in the contract");
    }
    return operation;
  }

  /** The operation's own part of the document, with its extensions. */
  JsonObject model(Operation operation) {
    return document
        .getJsonObject("paths")
        .getJsonObject(operation.getOpenAPIPath())
        .getJsonObject(operation.getHttpMethod().name().toLowerCase(Locale.ROOT));
  }

  /** The media type that a key of an operation's content stands for. */
  static String mediaType(String key) {
    return switch (key) {
      case FORM_STAND_IN -> BodyDecoder.FORM;
      case CSV_STAND_IN -> "text/csv";
      case XLSX_STAND_IN -> XLSX;
      default -> key;
    };
  }
}
