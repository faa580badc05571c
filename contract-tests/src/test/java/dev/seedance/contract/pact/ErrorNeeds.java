package dev.seedance.contract.pact;

import static dev.seedance.contract.pact.Bodies.error;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.Matcher;
import au.com.dius.pact.consumer.dsl.Matchers;
import dev.seedance.client.SeedanceClient;
import dev.seedance.client.error.AuthenticationException;
import dev.seedance.client.error.BadRequestException;
import dev.seedance.client.error.ContentPolicyException;
import dev.seedance.client.error.InsufficientQuotaException;
import dev.seedance.client.error.NotFoundException;
import dev.seedance.client.error.RateLimitException;
import dev.seedance.client.error.SeedanceApiException;
import dev.seedance.client.error.ServerErrorException;
import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.ImageRole;
import dev.seedance.client.model.ImageWithRole;
import dev.seedance.client.model.VideoModel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The errors of the generation endpoints: each is a typed exception with its code. */
final class ErrorNeeds {

  private static final String ASSET = "asset://pa_01KX7PZZZZZZZZZZZZZZZZZZZZ";
  private static final Matcher SECONDS = Matchers.regexp("\\d+", "12");

  /** An error: its status, code and type, and the exception that the client makes of it. */
  private record Refusal(
      int status, String code, String type, Class<? extends SeedanceApiException> exception) {

    private static final Refusal INVALID =
        new Refusal(400, "invalid_request", "invalid_request_error", BadRequestException.class);
    private static final Refusal NO_WEBHOOK =
        new Refusal(
            400, "webhook_not_configured", "invalid_request_error", BadRequestException.class);
    private static final Refusal UNAUTHORIZED =
        new Refusal(401, "unauthorized", "authentication_error", AuthenticationException.class);
    private static final Refusal NO_MONEY =
        new Refusal(
            402, "insufficient_quota", "payment_required", InsufficientQuotaException.class);
    private static final Refusal NOT_FOUND =
        new Refusal(404, "task_not_found", "not_found_error", NotFoundException.class);
    private static final Refusal POLICY =
        new Refusal(
            422, "content_policy_violation", "invalid_request_error", ContentPolicyException.class);
    private static final Refusal TOO_MANY =
        new Refusal(429, "rate_limit_exceeded", "rate_limit_error", RateLimitException.class);
    private static final Refusal INTERNAL =
        new Refusal(500, "internal_error", "api_error", ServerErrorException.class);
    private static final Refusal NO_LIMITER =
        new Refusal(503, "rate_limit_unavailable", "api_error", ServerErrorException.class);
  }

  private ErrorNeeds() {}

  static List<Need> all() {
    return List.of(
        invalid(),
        explained(),
        unknownAsset(),
        noWebhookSecret(),
        refusedSubmit("a request with an unknown key", null, Refusal.UNAUTHORIZED)
            .withKey(Pacts.UNKNOWN_KEY),
        refusedSubmit("a request while the account is empty", States.NO_MONEY, Refusal.NO_MONEY),
        refusedSubmit("a request that moderation refuses", States.POLICY, Refusal.POLICY),
        refusedSubmit("one submit too many", States.TOO_MANY_SUBMITS, Refusal.TOO_MANY),
        refusedSubmit("a submit that breaks", States.SUBMITS_BREAK, Refusal.INTERNAL),
        refusedSubmit(
            "a submit without limiter", States.NO_LIMITER_FOR_SUBMITS, Refusal.NO_LIMITER),
        refused(
            Need.of("a look with an unknown key")
                .gets(SubmitNeeds.PATH + "/order-1")
                .withKey(Pacts.UNKNOWN_KEY),
            Refusal.UNAUTHORIZED,
            ErrorNeeds::poll),
        refused(
            Need.of("a look at a task that nobody has submitted")
                .gets(SubmitNeeds.PATH + "/order-1"),
            Refusal.NOT_FOUND,
            ErrorNeeds::poll),
        refusedPoll(States.TOO_MANY_QUERIES, Refusal.TOO_MANY),
        refusedPoll(States.QUERIES_BREAK, Refusal.INTERNAL),
        refusedPoll(States.NO_LIMITER_FOR_QUERIES, Refusal.NO_LIMITER));
  }

  private static void poll(SeedanceClient client) {
    client.getByBusinessId("order-1");
  }

  private static Need refusedPoll(String state, Refusal refusal) {
    return refused(StatusNeeds.poll(state), refusal, ErrorNeeds::poll);
  }

  private static Need refusedSubmit(
      String description, @org.jspecify.annotations.Nullable String state, Refusal refusal) {
    Need need = SubmitNeeds.submit(description);
    return refused(
        state == null ? need : need.given(state),
        refusal,
        client -> client.submit(SubmitNeeds.request()));
  }

  private static Need refused(Need need, Refusal refusal, Consumer<SeedanceClient> call) {
    boolean saysWhen = refusal.status() == 429 || refusal.status() == 503;
    return need.responds(
            refusal.status(),
            saysWhen ? Map.of("Retry-After", SECONDS) : Map.of(),
            error(refusal.code(), refusal.type()))
        .when(
            client -> {
              var error = client.refused(refusal.exception(), call);
              assertThat(error.status()).isEqualTo(refusal.status());
              assertThat(error.code()).contains(refusal.code());
              assertThat(error.type()).contains(refusal.type());
              if (saysWhen) {
                assertThat(error.retryAfter()).contains(Duration.ofSeconds(12));
              }
            });
  }

  /** Returns a request that the model can't fulfil: the field at fault has a name. */
  private static Need invalid() {
    return wrongDuration("a request that the model cannot do", more -> {})
        .when(
            client -> {
              var error = client.refused(BadRequestException.class, ErrorNeeds::submitWrong);
              assertThat(error.code()).contains("invalid_request");
              assertThat(error.param()).contains("duration");
            });
  }

  /** Returns the need for a whole report: the toolkit's mock alone sends one, so it has a state. */
  private static Need explained() {
    return wrongDuration("a request that the model cannot do, to be explained", ErrorNeeds::report)
        .given(States.EXPLAINS)
        .when(
            client ->
                assertThat(
                        client
                            .refused(BadRequestException.class, ErrorNeeds::submitWrong)
                            .violations())
                    .singleElement()
                    .satisfies(
                        violation -> {
                          assertThat(violation.getRule()).isEqualTo("duration.unsupported");
                          assertThat(violation.getPointer()).isEqualTo("/duration");
                        }));
  }

  private static Need wrongDuration(String description, Consumer<LambdaDslObject> more) {
    return Need.of(description)
        .posts(
            SubmitNeeds.PATH,
            Bodies.json(
                body ->
                    body.stringValue("model", "seedance-2-mini")
                        .stringType("prompt", SubmitNeeds.PROMPT)
                        .numberValue("duration", 7)))
        .responds(
            400,
            error(
                Refusal.INVALID.code(),
                Refusal.INVALID.type(),
                error -> {
                  error.stringValue("param", "duration");
                  more.accept(error);
                }));
  }

  private static void report(LambdaDslObject error) {
    error.minArrayLike(
        "violations",
        1,
        violation ->
            violation
                .stringMatcher("rule", "[a-z.-]+", "duration.unsupported")
                .stringMatcher("severity", "error|warning", "error")
                .stringMatcher("pointer", "(/.*)?", "/duration")
                .stringType("message", "7 is not one of 4, 8, 10, 12, 15"));
  }

  private static void submitWrong(SeedanceClient client) {
    client.submit(SubmitNeeds.request().model(VideoModel.SEEDANCE_2_MINI).duration(7));
  }

  private static Need unknownAsset() {
    GenerationRequest request =
        SubmitNeeds.request()
            .addImageWithRolesItem(new ImageWithRole().url(ASSET).role(ImageRole.REFERENCE_IMAGE));
    return refused(
        Need.of("a request that names an asset that nobody has registered")
            .posts(
                SubmitNeeds.PATH,
                Bodies.json(
                    body ->
                        body.stringType("model", "seedance-2")
                            .stringType("prompt", SubmitNeeds.PROMPT)
                            .integerType("duration", 5)
                            .minArrayLike(
                                "image_with_roles",
                                1,
                                image ->
                                    image
                                        .stringMatcher("url", "asset://.+", ASSET)
                                        .stringValue("role", "reference_image")))),
        Refusal.INVALID,
        client -> client.submit(request));
  }

  private static Need noWebhookSecret() {
    GenerationRequest request = SubmitNeeds.request().callbackUrl("https://hooks.example.com/s");
    return refused(
        Need.of("a request with a callback that could not be signed")
            .given(States.NO_WEBHOOK_SECRET)
            .posts(
                SubmitNeeds.PATH,
                Bodies.json(
                    body ->
                        body.stringType("model", "seedance-2")
                            .stringType("prompt", SubmitNeeds.PROMPT)
                            .integerType("duration", 5)
                            .stringMatcher(
                                "callback_url", Bodies.URL, "https://hooks.example.com/s"))),
        Refusal.NO_WEBHOOK,
        client -> client.submit(request));
  }
}
