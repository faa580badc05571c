package dev.seedance.validator;

import static dev.seedance.validator.ReportAssert.assertThat;
import static dev.seedance.validator.ReportAssert.violation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seedance.spec.ApiSpec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.Assertions;

class RequestValidatorProperties {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> REVISIONS = ApiSpec.revisions();
  private static final byte[] BODY =
      """
      {"model":"seedance-2","prompt":"\\u00e9 é \\ud83d\\ude00","duration":8,"seed":-1,
       "metadata":{"a":[1.5e3,true,null,{"b":"c"}]},"image_with_roles":
       [{"url":"https://a.example/1","role":"first_frame"}],"generate_audio":false}"""
          .getBytes(StandardCharsets.UTF_8);

  /** A request of a model that may have it, under a revision. */
  record Case(String revision, GenerationRequest request) {

    ModelCapabilities model() {
      return Requests.validator(revision).capabilities().model(request.model()).orElseThrow();
    }
  }

  /** A change that breaks exactly one rule of any text request. */
  record Mutation(String field, Object value, String rule, String pointer) {}

  @Property(tries = 5_000)
  void no_bytes_ever_throw(@ForAll byte[] bytes) {
    for (String revision : REVISIONS) {
      Assertions.assertThat(Requests.validator(revision).validate(bytes).violations()).isNotEmpty();
    }
  }

  @Property(tries = 20_000)
  void no_damage_to_a_body_ever_throws(@ForAll Random random) {
    byte[] damaged = BODY.clone();
    for (int i = 0; i <= random.nextInt(4); i++) {
      damaged[random.nextInt(damaged.length)] =
          random.nextBoolean()
              ? (byte) random.nextInt(256)
              : (byte) "{}[]\",:\\0-9eu".charAt(random.nextInt(13));
    }
    var report = Requests.validator("2026-06").validate(damaged);
    Assertions.assertThat(report.violations())
        .allSatisfy(found -> Assertions.assertThat(found.message()).isNotBlank());
  }

  @Property(tries = 2_000)
  void what_is_built_to_be_valid_is_valid(@ForAll("valid") Case valid)
      throws JsonProcessingException {
    var validator = Requests.validator(valid.revision());
    assertThat(validator.validate(valid.request())).isSpotless();
    assertThat(validator.validate(JSON.writeValueAsBytes(valid.request()))).isSpotless();
    assertThat(validator.validateBean(valid.request())).isSpotless();
  }

  @Property(tries = 5_000)
  void one_mutation_breaks_exactly_one_rule(
      @ForAll("valid") Case valid, @ForAll("mutations") Mutation mutation)
      throws JsonProcessingException {
    Assume.that(!valid.model().undocumented().contains(mutation.field()));
    Map<String, Object> body = JSON.convertValue(valid.request(), new TypeReference<>() {});
    body.put(mutation.field(), mutation.value());
    assertThat(Requests.validator(valid.revision()).validate(JSON.writeValueAsBytes(body)))
        .hasOnly(violation(mutation.rule()).at(mutation.pointer()));
  }

  @Property(tries = 500)
  void order_of_members_is_order_of_violations(@ForAll Random random)
      throws JsonProcessingException {
    List<Map.Entry<String, Object>> members =
        new ArrayList<>(
            Map.<String, Object>of(
                    "n",
                    9,
                    "duration",
                    3,
                    "zoom",
                    1,
                    "count",
                    "x",
                    "model",
                    "seedance-2",
                    "prompt",
                    List.of(),
                    "resolution",
                    "")
                .entrySet());
    Collections.shuffle(members, random);
    Map<String, Object> body = new LinkedHashMap<>();
    members.forEach(member -> body.put(member.getKey(), member.getValue()));
    var pointers =
        Requests.validator("2026-06").validate(JSON.writeValueAsBytes(body)).violations().stream()
            .map(Violation::pointer);
    Assertions.assertThat(pointers)
        .containsExactlyElementsOf(
            body.keySet().stream()
                .filter(name -> !name.equals("model"))
                .map(name -> "/" + name)
                .toList());
  }

  @Provide
  Arbitrary<Mutation> mutations() {
    return Arbitraries.of(
        new Mutation("prompt", 5, "field.type", "/prompt"),
        new Mutation("duration", "5", "field.type", "/duration"),
        new Mutation("duration", 5.5, "field.type", "/duration"),
        new Mutation("duration", 3, "duration.unsupported", "/duration"),
        new Mutation("duration", 31, "duration.unsupported", "/duration"),
        new Mutation("aspect_ratio", "2:1", "aspect-ratio.unsupported", "/aspect_ratio"),
        new Mutation("resolution", "8k", "resolution.unsupported", "/resolution"),
        new Mutation("ratio", "16:9", "field.unknown", "/ratio"),
        new Mutation("media_mode", "movie", "media-mode.unsupported", "/media_mode"),
        new Mutation("callback_url", "/hook", "callback-url.invalid", "/callback_url"),
        new Mutation(
            "client_business_id", " ", "client-business-id.invalid", "/client_business_id"),
        new Mutation("model", "seedance-3", "model.unsupported", "/model"),
        new Mutation("model", "", "model.required", "/model"),
        new Mutation(
            "metadata",
            Map.of("client_business_id", List.of()),
            "field.type",
            "/metadata/client_business_id"));
  }

  @Provide
  Arbitrary<Case> valid() {
    return Arbitraries.of(REVISIONS)
        .flatMap(
            revision -> {
              var capabilities = Requests.validator(revision).capabilities();
              return Arbitraries.of(capabilities.modelNames())
                  .map(name -> capabilities.model(name).orElseThrow())
                  .flatMap(model -> requests(capabilities, model))
                  .map(request -> new Case(revision, request));
            });
  }

  private static Arbitrary<GenerationRequest> requests(
      Capabilities capabilities, ModelCapabilities model) {
    var prompts = Arbitraries.strings().ofMinLength(1).filter(RequestValidatorProperties::isText);
    return Combinators.combine(
            prompts,
            Arbitraries.of(model.durations()).injectNull(0.3),
            Arbitraries.of(model.resolutions()).injectNull(0.3),
            Arbitraries.of(capabilities.shared().aspectRatios()).injectNull(0.3),
            Arbitraries.longs().injectNull(0.5),
            Arbitraries.integers().between(0, 9),
            Arbitraries.integers().between(0, 3))
        .as(
            (prompt, duration, resolution, ratio, seed, images, videos) ->
                GenerationRequest.builder()
                    .model(model.name())
                    .prompt(prompt)
                    .duration(duration)
                    .resolution(resolution)
                    .aspectRatio(ratio)
                    .seed(model.undocumented().contains("seed") ? null : seed)
                    .imageWithRoles(references("reference_image", images))
                    .videoWithRoles(references("reference_video", videos))
                    .audioWithRoles(
                        references("reference_audio", images + videos == 0 ? 0 : videos))
                    .generateAudio(model.generateAudio() ? Boolean.TRUE : null)
                    .n(model.outputs().isEmpty() || model.undocumented().contains("n") ? null : 4L)
                    .build());
  }

  private static List<MediaReference> references(String role, int count) {
    return Collections.nCopies(count, new MediaReference("asset://pa_1", role));
  }

  private static boolean isText(String text) {
    return !text.isBlank() && text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }
}
