package id.tixgo.common.store;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import id.tixgo.common.store.wal.EntryCodec;
import io.vertx.core.json.jackson.DatabindCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The entries of one kind of store, as JSON: {@code {"<type>":{…}}}, one a line.
 *
 * @see #with for what the types are
 */
public final class EntryTypes implements EntryCodec {
  /** An entry may be older than a list in it. */
  private static final JsonSetter.Value EMPTY_WHEN_MISSING =
      JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);

  private final String store;
  private final int version;
  private final byte[] dictionary;
  private final ObjectMapper mapper;
  private final Map<String, ObjectReader> nameToReader = new HashMap<>();
  private final Map<Class<?>, Type> classToType = new HashMap<>();

  /** What is known of one type, with what it does to the projection. */
  private record Type(
      String name, ObjectWriter writer, Consumer<Record> apply, Consumer<Record> committed) {}

  /**
   * @param store the store's name, that of its directory
   * @param version of the entries; one more whenever an older TixGo couldn't read them
   * @param dictionary what most entries look like, in ASCII; belongs to the version
   */
  public EntryTypes(String store, int version, String dictionary) {
    this.store = requireNonNull(store);
    this.version = version;
    this.dictionary = dictionary.getBytes(StandardCharsets.US_ASCII);
    this.mapper = DatabindCodec.mapper().copy();
    mapper.getFactory().disable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    mapper.setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT);
    mapper.configOverride(List.class).setSetterInfo(EMPTY_WHEN_MISSING);
    mapper.configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, false);
    mapper.setVisibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE);
    mapper.setVisibility(PropertyAccessor.GETTER, JsonAutoDetect.Visibility.NONE);
    mapper.setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY);
  }

  /** With one more type of entry, which readers see in nothing but the staged maps. */
  public <E extends Record> EntryTypes with(String name, Class<E> type, Consumer<E> apply) {
    return with(name, type, apply, committed -> {});
  }

  /**
   * With one more type of entry.
   *
   * @param apply what it changes for the transactions that follow
   * @param committed what it changes for readers, once it is stored
   */
  public <E extends Record> EntryTypes with(
      String name, Class<E> type, Consumer<E> apply, Consumer<E> committed) {
    nameToReader.put(name, mapper.readerFor(type));
    classToType.put(
        type,
        new Type(
            name,
            mapper.writerFor(type),
            entry -> apply.accept(type.cast(entry)),
            entry -> committed.accept(type.cast(entry))));
    return this;
  }

  /** The names of all types. */
  public Set<String> names() {
    return Set.copyOf(nameToReader.keySet());
  }

  void apply(Record entry) {
    classToType.get(entry.getClass()).apply().accept(entry);
  }

  void committed(Record entry) {
    classToType.get(entry.getClass()).committed().accept(entry);
  }

  @Override
  public String store() {
    return store;
  }

  @Override
  public int version() {
    return version;
  }

  @Override
  public byte[] dictionary() {
    return dictionary.clone();
  }

  /** Writes entries, each with a line break after it. */
  @Override
  public JsonGenerator writer(OutputStream out) throws IOException {
    return mapper
        .getFactory()
        .createGenerator(out)
        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  @Override
  public void write(JsonGenerator json, Record entry) throws IOException {
    Type type = classToType.get(entry.getClass());
    json.writeStartObject();
    json.writeFieldName(type.name());
    type.writer().writeValue(json, entry);
    json.writeEndObject();
    json.writeRaw('\n');
  }

  /** One entry's JSON. */
  public String text(Record entry) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (JsonGenerator json = writer(text)) {
      write(json, entry);
    }
    return text.toString(StandardCharsets.UTF_8).strip();
  }

  /** One entry's members, without its type. */
  public JsonNode members(Record entry) {
    return mapper.valueToTree(entry);
  }

  /** The entry of its JSON; fails with what is wrong with it. */
  public Record parse(String text) throws IOException {
    List<Record> entries = new ArrayList<>();
    read(text.getBytes(StandardCharsets.UTF_8), entries::add);
    if (entries.size() != 1) {
      throw new IOException("is not one entry");
    }
    return entries.get(0);
  }

  /** Reads all entries of the text; fails on what isn't one. */
  @Override
  public void read(byte[] text, Consumer<Record> sink) throws IOException {
    try (JsonParser json = mapper.getFactory().createParser(text)) {
      while (json.nextToken() == JsonToken.START_OBJECT) {
        ObjectReader reader = nameToReader.get(json.nextFieldName());
        if (reader == null) {
          throw new IOException("there is no entry of type '" + json.currentName() + "'");
        }
        json.nextToken();
        sink.accept(reader.readValue(json));
        json.nextToken();
      }
    }
  }
}
