package dev.seedance.client;

import dev.seedance.client.model.GenerationResult;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.client.model.ResultVideo;
import java.time.Instant;

/** Clients that talk to a scripted server in fake time. */
public final class TestClient {

  public static final String KEY = "sk-test-0123456789";

  private TestClient() {}

  public static SeedanceClientBuilder of(ScriptedServer server, FakeTime time) {
    return SeedanceClient.builder()
        .baseUrl(server.url())
        .apiKey(KEY)
        .requestCheck(RequestCheck.none())
        .awaitOptions(AwaitOptions.defaults().withJitter(0))
        .clock(time)
        .sleeper(time);
  }

  /** A task whose links die at 2026-07-14T15:00:00Z. */
  public static GenerationTask completedTask(String url) {
    var video = new ResultVideo().url(url).format("mp4");
    return new GenerationTask()
        .id("tsk_vid_1")
        .status("completed")
        .expiresAt(Instant.parse("2026-07-14T15:00:00Z").getEpochSecond())
        .result(new GenerationResult().type("video").addDataItem(video));
  }
}
