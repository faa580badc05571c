package dev.seedance.client;

import static java.util.Map.entry;

import java.util.Map;

/** The words of the scripts in docs/client.md. */
public final class Replies {

  private static final Map<String, Reply> WORDS =
      Map.ofEntries(
          entry("queued", Reply.queued()),
          entry("done", Reply.completed("http://127.0.0.1/1.mp4")),
          entry("done without URL", Reply.task("completed", 100, "")),
          entry("done without data", Reply.task("completed", 100, ",\"result\":{\"data\":[]}")),
          entry("done with null", Reply.task("completed", 100, ",\"result\":{\"data\":[null]}")),
          entry("done with a number", Reply.task("completed", 100, ",\"result\":{\"data\":[17]}")),
          entry("done with a file", Reply.completed("file:///etc/hostname")),
          entry(
              "done until the year 9 million",
              Reply.task(
                  "completed",
                  100,
                  ",\"expires_at\":283999999999999,\"result\":{\"data\":[{\"url\":\"http://127.0.0.1/1.mp4\"}]}")),
          entry("failed", Reply.failed()),
          entry("failed without error", Reply.task("failed", 0, "")),
          entry("archiving", Reply.task("archiving", 3, ",\"novelty\":{\"a\":[1]}")),
          entry("progress \"45%\"", running("\"45%\"")),
          entry("progress 900", running("900")),
          entry("progress null", running("null")),
          entry("progress 1e400", running("1e400")),
          entry("progress 3000000000", running("3000000000")),
          entry("429 after soon", busy("soon")),
          entry("429 after 0", busy("0")),
          entry("429 after 12", busy("12")),
          entry("429 after 3600", busy("3600")),
          entry("429 after date", busy("Mon, 13 Jul 2026 14:30:38 GMT")),
          entry(
              "429 after date of 2027",
              busy("Tue, 13 Jul 2027 14:30:38 GMT").with("Date", "Tue, 13 Jul 2027 14:30:05 GMT")),
          entry("40% after 25", Reply.inProgress(40).with("Retry-After", "25")),
          entry("302", Reply.bytes(302, new byte[0]).with("Location", "http://127.0.0.1:9/")),
          entry("401", Reply.error(401, "unauthorized", "switched off")),
          entry("402", Reply.error(402, "insufficient_quota", "top up")),
          entry("403", Reply.text(403, "text/html", "<h1>Blocked</h1>")),
          entry("404", Reply.error(404, "task_not_found", "gone")),
          entry("413", Reply.error(413, "body_too_large", "less")),
          entry("418", Reply.bytes(418, new byte[0])),
          entry("422", Reply.error(422, "content_policy_violation", "no")),
          entry("no success", Reply.json(200, "{\"success\":false,\"message\":\"not today\"}")),
          entry("no id", Reply.json(200, "{\"status\":\"queued\"}")),
          entry(
              "a video",
              Reply.json(
                  200,
                  "{\"object\":\"video\",\"id\":\"tsk_vid_1\",\"task_id\":\"tsk_vid_1\",\"status\":\"\"}")),
          entry("task_id", Reply.json(200, "{\"object\":\"video\",\"task_id\":\"tsk_vid_1\"}")),
          entry(
              "task_id in data",
              Reply.json(200, "{\"success\":true,\"data\":{\"task_id\":\"tsk_vid_1\"}}")),
          entry(
              "task_id without success",
              Reply.json(200, "{\"success\":false,\"task_id\":\"tsk_vid_1\",\"message\":\"odd\"}")),
          entry("list of tasks", Reply.json(200, "[{\"id\":\"tsk_vid_1\"}]")),
          entry(
              "reset after the id",
              Reply.json(200, "{\"id\":\"tsk_vid_1\",\"object\":\"gen").butPromise(500)),
          entry("pending", Reply.task("pending", 0, "")),
          entry("submitted", Reply.task("submitted", 0, "")),
          entry("no status", Reply.task("", 0, "")),
          entry("task_not_exist", Reply.json(400, "{\"message\":\"task_not_exist\"}")),
          entry(
              "privacy",
              Reply.json(
                  400,
                  "{\"error\":{\"code\":\"InputImageSensitiveContentDetected.PrivacyInformation\","
                      + "\"message\":\"may show a real person\",\"param\":\"\",\"type\":\"BadRequest\"}}")),
          entry("blank id", Reply.json(200, "{\"id\":\" \",\"status\":\"queued\"}")),
          entry("nested without end", Reply.json(200, "[".repeat(100_000))),
          entry("a length in words", Reply.queued().withoutLength().with("Content-Length", "some")),
          entry(
              "bytes without end",
              Reply.text(200, "text/plain", "x".repeat(8192)).withoutLength().forEver()),
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
  public static Reply named(String word) {
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
