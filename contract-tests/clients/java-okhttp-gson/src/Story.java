import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.GenerationsApi;
import org.openapitools.client.model.ErrorDetails;
import org.openapitools.client.model.ErrorResponse;
import org.openapitools.client.model.GenerationRequest;
import org.openapitools.client.model.GenerationTask;
import org.openapitools.client.model.VideoModel;

class Story {

  private static final Set<String> FINAL = Set.of("completed", "failed");

  private final GenerationsApi api;

  Story(String baseUrl, String apiKey) {
    var client = new ApiClient().setBasePath(baseUrl);
    client.setBearerToken(apiKey);
    api = new GenerationsApi(client);
  }

  public static void main(String[] args) throws Exception {
    new Story(System.getenv("SEEDANCE_BASE_URL"), System.getenv("SEEDANCE_API_KEY")).tell();
  }

  void tell() throws Exception {
    var request = new GenerationRequest().model(VideoModel.SEEDANCE_2).prompt("A lighthouse in a storm").duration(5);
    System.out.println("video " + generate(request).task().getResult().getData().get(0).getUrl());

    try {
      generate(request.model(VideoModel.SEEDANCE_2_MINI).duration(7));
    } catch (ApiException e) {
      ErrorDetails error = ErrorResponse.fromJson(e.getResponseBody()).getError();
      System.out.println("refused " + e.getCode() + " " + error.getCode() + " " + error.getParam());
    }

    var odd = new GenerationRequest().model(VideoModel.SEEDANCE_2).prompt("[mock:new-fields] A lighthouse");
    System.out.println("unknown fields " + generate(odd).task().getStatus());

    var unknown = new GenerationRequest().model(VideoModel.SEEDANCE_2).prompt("[mock:unknown-status] A lighthouse");
    System.out.println("unknown status " + String.join(" ", generate(unknown).seen()));
  }

  record Generation(GenerationTask task, List<String> seen) {}

  /** Submits and polls to the end. The mock's clock moves with each poll; with the provider, wait in between. */
  private Generation generate(GenerationRequest request) throws ApiException {
    GenerationTask task = api.createGeneration(request);
    var seen = new ArrayList<>(List.of(task.getStatus()));
    for (int polls = 0; polls < 20 && !FINAL.contains(task.getStatus()); polls++) {
      task = api.getGeneration(task.getId());
      if (!task.getStatus().equals(seen.get(seen.size() - 1))) {
        seen.add(task.getStatus());
      }
    }
    return new Generation(task, seen);
  }
}
