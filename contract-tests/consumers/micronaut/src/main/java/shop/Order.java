package shop;

import dev.seedance.client.model.GenerationRequest;
import dev.seedance.client.model.VideoModel;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.validation.constraints.NotBlank;

/** A customer's order: the framework checks the shop's own rule, the toolkit all others. */
@Serdeable
record Order(@NotBlank String prompt, int seconds) {

  GenerationRequest request() {
    return new GenerationRequest().model(VideoModel.SEEDANCE_2).prompt(prompt).duration(seconds);
  }
}
