package shop;

import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.VideoModel;
import jakarta.validation.constraints.NotBlank;

/** The shop's own rule stands here; those of the provider are the toolkit's. */
record Order(@NotBlank(message = "no prompt: '${validatedValue}'") String prompt, int seconds) {

  GenerationRequest request() {
    return new GenerationRequest().model(VideoModel.SEEDANCE_2).prompt(prompt).duration(seconds);
  }
}
