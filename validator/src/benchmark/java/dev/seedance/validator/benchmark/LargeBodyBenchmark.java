package dev.seedance.validator.benchmark;

import dev.seedance.validator.RequestValidator;
import dev.seedance.validator.ValidationReport;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A body with one image of 15 MiB, which is 20 MiB in base64. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LargeBodyBenchmark {

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final int IMAGE_BYTES = 15 << 20;

  /** The form of a slash: some languages escape each. */
  @Param({"/", "\\/"})
  private String slash = "/";

  private byte[] body = {};
  private RequestValidator validator = RequestValidator.create();

  /** Makes sure that the body is valid. */
  @Setup
  public void prepare() {
    byte[] image = new byte[IMAGE_BYTES];
    new Random(17).nextBytes(image);
    System.arraycopy(PNG, 0, image, 0, PNG.length);
    body =
        """
        {"model":"seedance-2","prompt":"雨夜的港口","image_with_roles":[\
        {"url":"data:image/png;base64,%s","role":"reference_image"}]}"""
            .formatted(Base64.getEncoder().encodeToString(image).replace("/", slash))
            .getBytes(StandardCharsets.UTF_8);
    ValidationReport report = validator.validate(body);
    if (!report.violations().isEmpty()) {
      throw new IllegalStateException(report.toString());
    }
  }

  /** Reads the body and checks every rule. */
  @Benchmark
  public ValidationReport validatorChecksBody() {
    return validator.validate(body);
  }
}
