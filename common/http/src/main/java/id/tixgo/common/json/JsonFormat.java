package id.tixgo.common.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.module.blackbird.BlackbirdModule;
import id.tixgo.common.time.Timestamps;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.EncodeException;
import io.vertx.core.json.jackson.DatabindCodec;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;

/**
 * The one JSON format of every service: {@code snake_case} names, times as ISO-8601 in UTC with
 * microseconds, nothing coerced (a number is not a string), no member twice, nesting bounded.
 */
public final class JsonFormat {
  private static final int DEEPEST = 64;

  private static final JsonFactory TOKENS =
      JsonFactory.builder().streamReadConstraints(constraints()).build();

  private static boolean installed;

  private JsonFormat() {}

  /**
   * Sets up the mapper that Vert.x's {@code Json} uses, once. Call it before the first verticle.
   */
  public static synchronized void install() {
    if (!installed) {
      installed = true;
      setUp(DatabindCodec.mapper());
    }
  }

  /** The tokens of a text; whoever reads them sees for himself whether a member comes twice. */
  public static JsonParser parser(Buffer json) throws IOException {
    return TOKENS.createParser(json.getBytes());
  }

  /** A value's JSON, without the three copies that {@code Json.encodeToBuffer} makes on its way. */
  public static Buffer encode(Object value) {
    Output output = new Output();
    try {
      DatabindCodec.mapper().writeValue(output, value);
      return output.json;
    } catch (IOException e) {
      throw new EncodeException("Can't be written as JSON: " + value.getClass().getName(), e);
    }
  }

  private static void setUp(ObjectMapper mapper) {
    mapper.getFactory().setStreamReadConstraints(constraints());
    mapper.getFactory().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    mapper.configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);
    mapper.configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true);
    refuseNumbersAsText(mapper);
    mapper.registerModule(
        new SimpleModule()
            .addSerializer(Instant.class, new InstantJson())
            .addDeserializer(Instant.class, new JsonInstant()));
    mapper.registerModule(new Jdk8Module().configureReadAbsentAsNull(false));
    mapper.registerModule(new BlackbirdModule());
  }

  private static StreamReadConstraints constraints() {
    return StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build();
  }

  private static void refuseNumbersAsText(ObjectMapper mapper) {
    mapper
        .coercionConfigFor(LogicalType.Textual)
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }

  private static final class Output extends OutputStream {
    private final Buffer json = Buffer.buffer();

    @Override
    public void write(int one) {
      json.appendByte((byte) one);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
      json.appendBytes(bytes, from, count);
    }
  }

  private static final class InstantJson extends StdSerializer<Instant> {
    private static final long serialVersionUID = 1;

    InstantJson() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(Timestamps.format(value));
    }
  }

  private static final class JsonInstant extends StdDeserializer<Instant> {
    private static final long serialVersionUID = 1;

    JsonInstant() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
      String text = json.getText();
      return Timestamps.parse(text)
          .orElseThrow(() -> InvalidFormatException.from(json, "no time", text, Instant.class));
    }
  }
}
