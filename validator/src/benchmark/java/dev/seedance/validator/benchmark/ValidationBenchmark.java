package dev.seedance.validator.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.seedance.spec.ApiSpec;
import dev.seedance.validator.RequestValidator;
import dev.seedance.validator.ValidationReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One valid body of 500 bytes: read into a tree, validated by us, validated by a JSON Schema. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(5)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ValidationBenchmark {

  private static final String REVISION = "2026-06";
  private static final int SIZE = 500;

  private final ObjectMapper mapper = new ObjectMapper();
  private byte[] body = {};
  private JsonNode tree = mapper.nullNode();
  private RequestValidator validator = RequestValidator.builder().revision(REVISION).build();
  private Schema schema =
      SchemaRegistry.withDefaultDialect(Dialects.getDraft202012()).getSchema("{}");

  /** Makes sure that what is measured is a valid body of the size, to everybody. */
  @Setup
  public void prepare() throws IOException {
    body =
        """
        {
          "model": "seedance-2",
          "prompt": "The character of image 1 walks through a rainy harbour at night, neon in the puddles, slow camera",
          "duration": 8,
          "aspect_ratio": "16:9",
          "resolution": "720p",
          "image_with_roles": [
            {"url": "https://media.example.com/heroine.png", "role": "reference_image"}
          ],
          "video_with_roles": [
            {"url": "https://media.example.com/dolly-shot.mp4", "role": "reference_video"}
          ],
          "generate_audio": true,
          "client_business_id": "order_20260713_001"
        }
        """
            .strip()
            .getBytes(StandardCharsets.UTF_8);
    tree = mapper.readTree(body);
    try (InputStream in = ApiSpec.requestSchema(REVISION).openStream()) {
      schema =
          SchemaRegistry.withDefaultDialect(Dialects.getDraft202012())
              .getSchema(mapper.readTree(in));
    }
    boolean right =
        body.length == SIZE
            && validator.validate(body).violations().isEmpty()
            && schema.validate(tree).isEmpty();
    if (!right) {
      throw new IllegalStateException("not a valid body of " + SIZE + " bytes but " + body.length);
    }
  }

  /** The floor: reads the body and checks nothing. */
  @Benchmark
  public JsonNode jacksonReadsTree() throws IOException {
    return mapper.readTree(body);
  }

  /** Ours: reads the body and checks every rule. */
  @Benchmark
  public ValidationReport validatorChecksBody() {
    return validator.validate(body);
  }

  /** The peer: reads the body and checks the generated schema. */
  @Benchmark
  public List<Error> schemaChecksBody() throws IOException {
    return schema.validate(mapper.readTree(body));
  }

  /** The peer without reading. */
  @Benchmark
  public List<Error> schemaChecksTree() {
    return schema.validate(tree);
  }
}
