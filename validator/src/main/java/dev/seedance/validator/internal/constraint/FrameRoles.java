package dev.seedance.validator.internal.constraint;

import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.MediaReference;
import dev.seedance.validator.ModelCapabilities;
import java.util.List;
import java.util.Optional;

/**
 * The number of images that have each role. A role that the model does not have is already a
 * violation of its own, so it counts as none of them.
 *
 * @param unusable images whose role is missing or not the model's
 */
record FrameRoles(int first, int last, int references, int unusable) {

  static FrameRoles of(GenerationFields request, Findings findings) {
    List<MediaReference> images = request.imageWithRoles();
    if (images == null) {
      return new FrameRoles(0, 0, 0, 0);
    }
    Optional<ModelCapabilities> model = findings.model(request);
    int first = 0;
    int last = 0;
    int references = 0;
    for (MediaReference image : images) {
      String role = image.role();
      if (role == null || (model.isPresent() && !model.get().imageRoles().contains(role))) {
        continue;
      }
      switch (role) {
        case "first_frame" -> first++;
        case "last_frame" -> last++;
        case "reference_image" -> references++;
        default -> {
          // A role of a later revision that this code gives no meaning to.
        }
      }
    }
    return new FrameRoles(first, last, references, images.size() - first - last - references);
  }

  boolean any() {
    return first + last > 0;
  }

  /** Returns true if no image is a first frame, nor could be meant as one. */
  boolean lacksFirstFrame() {
    return first == 0 && unusable == 0;
  }
}
