package dev.seedance.validator.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.validator.Capabilities;
import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.GenerationRequest;
import dev.seedance.validator.RequestValidator;
import dev.seedance.validator.ValidationReport;
import dev.seedance.validator.Violation;
import dev.seedance.validator.constraint.SupportedDuration;
import dev.seedance.validator.constraint.SupportedModel;
import dev.seedance.validator.constraint.ValidCallback;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The listings of {@code docs/validator.md}: this file has each of them, word for word. */
class GuideTest {

  private static final Path GUIDE = Path.of("../docs/validator.md");
  private static final Path HERE =
      Path.of("src/test/java/dev/seedance/validator/docs/GuideTest.java");
  private static final Pattern LISTING = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private final byte[] body =
      "{\"model\": \"seedance-2-mini\", \"duration\": 5}".getBytes(StandardCharsets.UTF_8);

  @SupportedModel
  @SupportedDuration
  @ValidCallback
  record Order(String model, Integer duration, @Nullable String callbackUrl)
      implements GenerationFields {}

  @Test
  void every_listing_compiles() throws IOException {
    String source = words(Files.readString(HERE).replace("@Nullable ", ""));

    assertThat(LISTING.matcher(Files.readString(GUIDE)).results().map(MatchResult::group))
        .isNotEmpty()
        .map(listing -> words(listing.replace("```java", "").replace("```", "")))
        .allSatisfy(listing -> assertThat(source).contains(listing));
  }

  @Test
  void the_doors_refuse_what_the_guide_says() {
    RequestValidator validator = RequestValidator.create();
    ValidationReport report = validator.validate(body);
    if (!report.valid()) {
      report
          .errors()
          .forEach(error -> System.err.println(error.pointer() + ": " + error.message()));
    }
    GenerationRequest request =
        GenerationRequest.builder()
            .model("seedance-2-mini")
            .prompt("A paper boat")
            .duration(5L)
            .build();
    for (Violation violation : validator.validate(request).violations()) {
      System.err.println(violation.rule() + " " + violation.message());
    }

    assertThat(report.errors()).map(Violation::pointer).containsExactly("/duration", "/prompt");
    assertThat(validator.validate(request).valid()).isFalse();
  }

  @Test
  void the_options_are_there() {
    RequestValidator strict =
        RequestValidator.builder()
            .revision("2026-08")
            .locale(Locale.SIMPLIFIED_CHINESE)
            .maxReferenceVideos(3)
            .maxReferenceAudios(3)
            .failFast(true)
            .build();

    assertThat(strict.validate(body).violations()).hasSize(1);
  }

  @Test
  void constraints_stand_on_a_type_of_ones_own() {
    Validator engine =
        Validation.byProvider(HibernateValidator.class)
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator(Set.of(), Locale.ENGLISH, false))
            .addConstraintValidatorInitializationSharedData(Capabilities.of("2026-06"))
            .buildValidatorFactory()
            .getValidator();
    Optional<Violation> first =
        engine.validate(new Order("seedance-2-mini", 5, null)).stream()
            .flatMap(found -> Violation.of(found).stream())
            .findFirst();

    assertThat(first).map(Violation::rule).contains("duration.unsupported");
  }

  private static String words(String text) {
    return text.replaceAll("\\s+", "");
  }
}
