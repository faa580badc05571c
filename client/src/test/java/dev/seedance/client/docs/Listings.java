package dev.seedance.client.docs;

import dev.seedance.client.AwaitOptions;
import dev.seedance.client.DownloadOptions;
import dev.seedance.client.RetryPolicy;
import dev.seedance.client.SeedanceClient;
import dev.seedance.client.error.InvalidRequestException;
import dev.seedance.client.error.RateLimitException;
import dev.seedance.client.error.SeedanceException;
import dev.seedance.client.error.TaskFailedException;
import dev.seedance.client.error.TaskTimeoutException;
import dev.seedance.client.model.AspectRatio;
import dev.seedance.client.model.AssetType;
import dev.seedance.client.model.AvatarAsset;
import dev.seedance.client.model.AvatarAssetRequest;
import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.GenerationTask;
import dev.seedance.client.model.ImageRole;
import dev.seedance.client.model.ImageWithRole;
import dev.seedance.client.model.Resolution;
import dev.seedance.client.model.VideoModel;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The listings of docs/client.md. DocsTest holds the two together. */
final class Listings {

  private final SeedanceClient client;

  Listings(SeedanceClient client) {
    this.client = client;
  }

  Path fiveLines() {
    GenerationRequest request =
        new GenerationRequest()
            .model(VideoModel.SEEDANCE_2)
            .prompt("A paper boat sails down a rainy street at dusk");
    GenerationTask task = client.generate(request);
    return client.download(task, Path.of("boat.mp4"));
  }

  SeedanceClient options() {
    return SeedanceClient.builder()
        .baseUrl("http://127.0.0.1:8080")
        .apiKey("any key will do for the mock")
        .requestTimeout(Duration.ofSeconds(20))
        .retryPolicy(RetryPolicy.defaults().withMaxAttempts(6))
        .awaitOptions(AwaitOptions.defaults().withTimeout(Duration.ofMinutes(20)))
        .generateBusinessIds(true)
        .build();
  }

  GenerationTask progress(GenerationRequest request) {
    AwaitOptions options =
        AwaitOptions.defaults().withListener((task, percent) -> System.out.println(percent + " %"));
    return client.generate(request, options);
  }

  GenerationTask resume() {
    GenerationRequest request =
        new GenerationRequest()
            .model(VideoModel.SEEDANCE_2_FAST)
            .prompt("She turns towards the sea")
            .clientBusinessId("order_20260713_001");
    client.submit(request);
    // Later, in another process, with nothing but the id of the order:
    return client.await("order_20260713_001");
  }

  String errors(GenerationRequest request) {
    try {
      GenerationTask task = client.generate(request);
      return task.getId();
    } catch (InvalidRequestException e) {
      return "never sent: " + e.violations();
    } catch (TaskFailedException e) {
      return "no video: " + e.code().orElse("no reason given");
    } catch (TaskTimeoutException e) {
      return "not yet: ask again for " + e.id();
    } catch (RateLimitException e) {
      return "too fast: wait " + e.retryAfter().orElse(Duration.ofMinutes(1));
    } catch (SeedanceException e) {
      return "something else: " + e.getMessage();
    }
  }

  List<CompletableFuture<Path>> inParallel(List<GenerationRequest> requests) {
    return requests.stream()
        .map(
            request ->
                client
                    .async()
                    .generate(request)
                    .thenCompose(
                        task -> client.async().download(task, Path.of(task.getId() + ".mp4"))))
        .toList();
  }

  GenerationTask localPicture() {
    String url = client.uploads().file(Path.of("heroine.png")).getUrl();
    return client.generate(
        new GenerationRequest()
            .model(VideoModel.SEEDANCE_2)
            .prompt("She turns towards the sea, and the wind catches her scarf")
            .addImageWithRolesItem(new ImageWithRole().url(url).role(ImageRole.FIRST_FRAME))
            .aspectRatio(AspectRatio.RATIO_9_16)
            .resolution(Resolution.P1080)
            .duration(8));
  }

  String asset() {
    String group = client.assets().createGroup("Spring campaign cast").getGroupId();
    AvatarAsset asset =
        client
            .assets()
            .createAsset(
                new AvatarAssetRequest()
                    .groupId(group)
                    .assetType(AssetType.IMAGE)
                    .sourceUrl("https://media.example.com/mira-portrait.png"));
    return client.assets().awaitActive(asset.getAssetId()).getAssetUrl();
  }

  Path lastFrame(GenerationTask task) {
    String url = task.getResult().getData().get(0).getLastFrameUrl();
    return client.downloadUrl(url, Path.of("last.png"), DownloadOptions.defaults());
  }

  SeedanceClient proxy() {
    HttpClient http =
        HttpClient.newBuilder()
            .proxy(ProxySelector.of(InetSocketAddress.createUnresolved("proxy.example.com", 3128)))
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    return SeedanceClient.builder().httpClient(http).build();
  }
}
