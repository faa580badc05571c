package shop;

import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.VideoModel;
import jakarta.validation.constraints.NotBlank;

/** A customer's order: the framework checks the shop's own rule, the toolkit all others. */
record Order(@NotBlank String prompt, int seconds) {

  GenerationRequest request() {
    return new GenerationRequest().model(VideoModel.SEEDANCE_2).prompt(prompt).duration(seconds);
  }
}
