package dev.seedance.client;

import static java.util.Map.entry;

import java.util.Map;

/** The words of the scripts in docs/client.md. */
final class Replies {

  private static final Map<String, Reply> WORDS =
      Map.ofEntries(
          entry("queued", Reply.queued()),
          entry("done", Reply.completed("http://127.0.0.1/1.mp4")),
          entry("done without URL", Reply.task("completed", 100, "")),
          entry("done without data", Reply.task("completed", 100, ",\"result\":{\"data\":[]}")),
          entry("failed", Reply.failed()),
          entry("failed without error", Reply.task("failed", 0, "")),
          entry("archiving", Reply.task("archiving", 3, ",\"novelty\":{\"a\":[1]}")),
          entry("progress \"45%\"", running("\"45%\"")),
          entry("progress 900", running("900")),
          entry("progress null", running("null")),
          entry("429 after soon", busy("soon")),
          entry("429 after 0", busy("0")),
          entry("429 after 12", busy("12")),
          entry("429 after 3600", busy("3600")),
          entry("429 after date", busy("Mon, 13 Jul 2026 14:30:38 GMT")),
          entry(
              "429 after date of 2027",
              busy("Tue, 13 Jul 2027 14:30:38 GMT").with("Date", "Tue, 13 Jul 2027 14:30:05 GMT")),
          entry("40% after 25", Reply.inProgress(40).with("Retry-After", "25")),
          entry("401", Reply.error(401, "unauthorized", "switched off")),
          entry("404", Reply.error(404, "task_not_found", "gone")),
          entry("500", Reply.error(500, "internal_error", "oops")),
          entry(
              "HTML 502", Reply.text(502, "text/html", "<html><title>Bad Gateway</title></html>")),
          entry("HTML 200", Reply.text(200, "text/html", "<title>Please log in</title>")),
          entry("empty 200", Reply.bytes(200, new byte[0])),
          entry("array", Reply.json(200, "[]")),
          entry("half a JSON", Reply.json(200, "{\"id\":\"tsk_vid_1\",\"stat")),
          entry("reset", Reply.json(200, "{\"id\":").butPromise(500)),
          entry("stall", Reply.json(200, "{\"id\":").butPromise(500).thenStall()));

  private Replies() {}

  /** Returns the reply of that name; {@code 40%} is a task in progress. */
  static Reply named(String word) {
    Reply reply = WORDS.get(word);
    if (reply == null) {
      return Reply.inProgress(Integer.parseInt(word.replace("%", "")));
    }
    return reply;
  }

  private static Reply running(String progress) {
    return Reply.json(
        200, "{\"id\":\"tsk_vid_1\",\"status\":\"in_progress\",\"progress\":" + progress + "}");
  }

  private static Reply busy(String retryAfter) {
    return Reply.error(429, "rate_limit_exceeded", "busy").with("Retry-After", retryAfter);
  }
}
