package id.tixgo.common.trace;

import static java.util.Objects.requireNonNull;

import id.tixgo.common.config.TraceConfig;
import id.tixgo.common.scope.Trace;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Sends spans by OpenTelemetry's own exporter, in batches, on its own threads. Their ids have been
 * given already, when they were passed on.
 */
final class OtlpSender {
  private static final long LONGEST_END_MS = 2_000;

  private final TraceConfig config;
  private final BatchSpanProcessor batches;
  private final GivenIds ids = new GivenIds();
  private final Map<String, Tracer> serviceToTracer = new ConcurrentHashMap<>();

  OtlpSender(String receiver, TraceConfig config) {
    this.config = requireNonNull(config);
    OtlpHttpSpanExporterBuilder exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(receiver)
            .setTimeout(config.timeoutMs(), TimeUnit.MILLISECONDS);
    config.headers().forEach(exporter::addHeader);
    this.batches =
        BatchSpanProcessor.builder(exporter.build())
            .setScheduleDelay(config.delayMs(), TimeUnit.MILLISECONDS)
            .build();
  }

  /** The ids that the next span of this thread has. */
  private static final class GivenIds implements IdGenerator {
    static final ThreadLocal<Trace> NEXT = new ThreadLocal<>();

    @Override
    public String generateTraceId() {
      return NEXT.get().traceId();
    }

    @Override
    public String generateSpanId() {
      return NEXT.get().spanId();
    }
  }

  void send(Span span) {
    Instant end = Instant.now();
    io.opentelemetry.api.trace.Span begun = begin(span, end.minusNanos(span.nanos()));
    if (span.failed()) {
      begun.setStatus(StatusCode.ERROR);
    }
    begun.end(end);
  }

  private io.opentelemetry.api.trace.Span begin(Span span, Instant start) {
    SpanBuilder builder =
        serviceToTracer
            .computeIfAbsent(span.service(), this::tracer)
            .spanBuilder(span.name())
            .setSpanKind(SpanKind.valueOf(span.kind().name()))
            .setStartTimestamp(start)
            .setParent(parent(span.trace()))
            .setAllAttributes(attributes(span.attributes()));
    GivenIds.NEXT.set(span.trace());
    return builder.startSpan();
  }

  private static Context parent(Trace trace) {
    SpanContext before =
        SpanContext.createFromRemoteParent(
            trace.traceId(), trace.parentId(), TraceFlags.getSampled(), TraceState.getDefault());
    return trace.parentId().isEmpty()
        ? Context.root()
        : Context.root().with(io.opentelemetry.api.trace.Span.wrap(before));
  }

  /** Each service is one of its own to who looks at it, also in one process. */
  private Tracer tracer(String service) {
    AttributesBuilder resource = Attributes.builder();
    config.attributes().forEach(resource::put);
    resource.put("service.namespace", "tixgo");
    resource.put("service.name", config.serviceName().orElse("tixgo-" + service));
    return SdkTracerProvider.builder()
        .setResource(Resource.getDefault().merge(Resource.create(resource.build())))
        .setIdGenerator(ids)
        .setSampler(Sampler.alwaysOn())
        .addSpanProcessor(batches)
        .build()
        .get("id.tixgo." + service);
  }

  private static Attributes attributes(Map<String, Object> values) {
    AttributesBuilder attributes = Attributes.builder();
    values.forEach(
        (name, value) -> {
          if (value instanceof Integer number) {
            attributes.put(name, number);
          } else {
            attributes.put(name, String.valueOf(value));
          }
        });
    return attributes.build();
  }

  /** Sends what waits, for as long as a stop may take; blocks. */
  Void close() {
    batches.forceFlush().join(LONGEST_END_MS, TimeUnit.MILLISECONDS);
    batches.shutdown().join(LONGEST_END_MS, TimeUnit.MILLISECONDS);
    return null;
  }
}
