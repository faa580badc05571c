package dev.seedance.validator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.seedance.spec.ApiSpec;
import dev.seedance.validator.internal.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The front door: checks a generation request against every rule of the contract.
 *
 * <p>Invalid input is a value, never an exception. Thread-safe; make one and keep it, because
 * making one takes some hundred milliseconds.
 */
public final class RequestValidator {

  /**
   * The longest body that is read unless another limit is set, in bytes: 64 MiB. No page of the
   * provider names a limit (decision D20).
   */
  public static final int MAX_BODY_BYTES = 64 << 20;

  private final Capabilities capabilities;
  private final boolean failFast;
  private final int maxBodyBytes;
  private final Engine engine;
  private final NewerRevisions newer;

  RequestValidator(Capabilities capabilities, Builder builder) {
    this.capabilities = capabilities;
    this.failFast = builder.failFast;
    this.maxBodyBytes = builder.maxBodyBytes;
    engine = new Engine(capabilities, builder.locale, this);
    Function<String, Capabilities> tables = builder.tables();
    newer =
        new NewerRevisions(
            capabilities.revision(),
            revision -> new RequestValidator(tables.apply(revision), engine).engine);
  }

  /** Makes the payload of an engine that newer revisions ask. */
  private RequestValidator(Capabilities capabilities, Engine first) {
    this.capabilities = capabilities;
    this.failFast = false;
    this.maxBodyBytes = 0; // the first engine has seen to it
    engine = first.with(capabilities, this);
    newer = new NewerRevisions("", revision -> engine);
  }

  /** Makes a validator of the default revision with every option at its default. */
  public static RequestValidator create() {
    return builder().build();
  }

  /** Starts with every option at its default. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the table of the models, routed limits included. */
  public Capabilities capabilities() {
    return capabilities;
  }

  /** Checks a request. Violations come in the order of the record's components. */
  public ValidationReport validate(GenerationRequest request) {
    return report(engine.validate(request), request, later -> later.findings(request));
  }

  /**
   * Checks a body as it would be sent. Violations come in the order of its members; one about a
   * missing member comes after those of the members beside it.
   *
   * @param body UTF-8 without byte order mark; one of more than {@link #maxBodyBytes()} is not read
   */
  public ValidationReport validate(byte[] body) {
    if (body.length > maxBodyBytes) {
      return tooLarge(OptionalLong.of(body.length));
    }
    Engine.Result result = engine.validate(body);
    return report(result.violations(), result.request(), later -> later.findings(body));
  }

  /**
   * Checks a body as it would be sent; reads at most one byte more than {@link #maxBodyBytes()} and
   * does not close the stream.
   *
   * @throws IOException if the stream can't be read
   */
  public ValidationReport validate(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(maxBodyBytes);
    return body.read() < 0 ? validate(bytes) : tooLarge(OptionalLong.empty());
  }

  /** Returns the largest number of bytes that a body may have. */
  public int maxBodyBytes() {
    return maxBodyBytes;
  }

  /**
   * Returns the report on a body that is too large to be read.
   *
   * @param bytes the size of the body; empty if it is not known
   */
  public ValidationReport tooLarge(OptionalLong bytes) {
    return new ValidationReport(engine.tooLarge(maxBodyBytes, bytes), null);
  }

  /**
   * Checks what Jackson makes of a bean, such as a request model that was generated from the spec.
   *
   * @throws IllegalArgumentException if Jackson can't write the bean
   */
  public ValidationReport validateBean(Object bean) {
    try {
      return validate(BeanWriter.WRITER.writeValueAsString(bean).getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "Jackson can't write a " + bean.getClass().getName() + " as JSON", e);
    }
  }

  private ValidationReport report(
      List<Violation> all,
      @Nullable GenerationRequest request,
      Function<Engine, List<Finding>> check) {
    return new ValidationReport(newer.mark(failFast ? first(all) : all, check), request);
  }

  private static List<Violation> first(List<Violation> all) {
    return all.stream()
        .filter(violation -> violation.severity() == Severity.ERROR)
        .findFirst()
        .map(List::of)
        .orElse(all);
  }

  /**
   * Loaded only by those who validate beans. Half surrogates are escaped, so that they are seen.
   */
  private static final class BeanWriter {
    static final ObjectWriter WRITER =
        new ObjectMapper().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);
  }

  /** Options of a validator. Not thread-safe. */
  public static final class Builder {

    private String revision = ApiSpec.defaultRevision();
    private Locale locale = Locale.getDefault();
    private OptionalInt maxReferenceVideos = OptionalInt.empty();
    private OptionalInt maxReferenceAudios = OptionalInt.empty();
    private int maxBodyBytes = MAX_BODY_BYTES;
    private boolean failFast;

    private Builder() {}

    /**
     * The revision of the contract, one of {@link ApiSpec#revisions()}, or {@link ApiSpec#LATEST}.
     * Default: {@link ApiSpec#defaultRevision()}.
     */
    public Builder revision(String name) {
      revision = name;
      return this;
    }

    /** The language of messages: Simplified Chinese or English. Default: the JVM's locale. */
    public Builder locale(Locale language) {
      locale = language;
      return this;
    }

    /**
     * Limits reference videos to those of your routed channel, for models that depend on it.
     * Default: no limit.
     */
    public Builder maxReferenceVideos(int limit) {
      maxReferenceVideos = limit("maxReferenceVideos", limit);
      return this;
    }

    /**
     * Limits reference audios to those of your routed channel, for models that depend on it.
     * Default: no limit.
     */
    public Builder maxReferenceAudios(int limit) {
      maxReferenceAudios = limit("maxReferenceAudios", limit);
      return this;
    }

    /** Limits the bytes of a body. Default: {@link #MAX_BODY_BYTES}. */
    public Builder maxBodyBytes(int limit) {
      maxBodyBytes = limit("maxBodyBytes", limit).getAsInt();
      return this;
    }

    /** Reports the first error alone, for callers who only say no. Default: false. */
    public Builder failFast(boolean first) {
      failFast = first;
      return this;
    }

    /**
     * Makes the validator.
     *
     * @throws IllegalArgumentException if the revision is not known; the message lists those that
     *     are
     */
    public RequestValidator build() {
      return new RequestValidator(tables().apply(revision), this);
    }

    /** Reads tables under the limits of now, whatever is set later. */
    private Function<String, Capabilities> tables() {
      OptionalInt videos = maxReferenceVideos;
      OptionalInt audios = maxReferenceAudios;
      return name -> Capabilities.of(name).withRoutedLimits(videos, audios);
    }

    private static OptionalInt limit(String name, int limit) {
      if (limit < 0) {
        throw new IllegalArgumentException(name + " must be 0 or more, not " + limit);
      }
      return OptionalInt.of(limit);
    }
  }
}
