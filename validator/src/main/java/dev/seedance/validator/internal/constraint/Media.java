package dev.seedance.validator.internal.constraint;

import dev.seedance.validator.GenerationFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The number of files of each kind in a request. A list that is empty counts as not sent. */
record Media(int images, int videos, int audios) {

  static Media of(GenerationFields request) {
    return new Media(
        size(request.imageUrls()) + size(request.imageWithRoles()),
        size(request.videoWithRoles()),
        size(request.audioWithRoles()));
  }

  static int size(@Nullable List<?> list) {
    return list == null ? 0 : list.size();
  }

  static <T> List<T> list(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  boolean any() {
    return images + videos + audios > 0;
  }

  boolean moving() {
    return videos + audios > 0;
  }

  boolean onlyAudio() {
    return audios > 0 && images + videos == 0;
  }
}
