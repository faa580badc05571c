package dev.seedance.contract.pact;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import java.util.function.Consumer;

/** The documents of the pacts: the members that a reader may rely on, and no more. */
final class Bodies {

  static final String SAMPLE_TASK = "tsk_vid_01KX2V8D0Q3F5G7H9J1K3M5N7P";
  static final String URL = "https?://.+";

  private static final String TASK_ID = "tsk_vid_[0-9A-HJKMNP-TV-Z]{26}";

  private Bodies() {}

  static DslPart json(Consumer<LambdaDslObject> body) {
    return newJsonBody(body::accept).build();
  }

  /** Returns a task with the members that its state adds. */
  static DslPart task(String status, int progress, Consumer<LambdaDslObject> more) {
    return json(
        body -> {
          body.stringMatcher("id", TASK_ID, SAMPLE_TASK)
              .stringMatcher("object", "generation\\.task", "generation.task")
              .stringMatcher("model", "seedance-2(-fast|-mini)?", "seedance-2")
              .stringMatcher("status", status, status.replaceAll("\\|.*", ""))
              .integerType("progress", progress)
              .integerType("created_at", 1_783_953_000);
          more.accept(body);
        });
  }

  /** Returns the members that completion adds, with at least so many videos. */
  static Consumer<LambdaDslObject> completed(int videos, Consumer<LambdaDslObject> video) {
    return body -> {
      body.integerType("completed_at", 1_783_953_300).integerType("expires_at", 1_784_039_700);
      body.object(
          "result",
          result ->
              result
                  .stringMatcher("type", "video", "video")
                  .minArrayLike(
                      "data",
                      videos,
                      videos,
                      one -> {
                        one.stringMatcher("url", URL, "https://files.example.com/v/1.mp4")
                            .stringMatcher("format", "mp4", "mp4");
                        video.accept(one);
                      }));
    };
  }

  /**
   * Returns the error of the generation endpoints; programs rely on code and type, people on the
   * text.
   */
  static DslPart error(String code, String type, Consumer<LambdaDslObject> more) {
    return json(
        body ->
            body.object(
                "error",
                error -> {
                  error
                      .stringValue("code", code)
                      .stringValue("type", type)
                      .stringType("message", "what was wrong");
                  more.accept(error);
                }));
  }

  static DslPart error(String code, String type) {
    return error(code, type, more -> {});
  }

  /** Returns the envelope of the other endpoints around their data. */
  static DslPart success(Consumer<LambdaDslObject> data) {
    return json(body -> body.booleanValue("success", true).object("data", data));
  }

  /** Returns the envelope of the other endpoints around a refusal. */
  static DslPart failure() {
    return json(
        body -> body.booleanValue("success", false).stringType("message", "what was wrong"));
  }
}
