package dev.seedance.validator.media;

import dev.seedance.spec.media.ContentType.Kind;
import dev.seedance.validator.GenerationRequest;
import dev.seedance.validator.MediaReference;
import dev.seedance.validator.internal.Finding;
import dev.seedance.validator.internal.Location;
import dev.seedance.validator.internal.Member;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file and the use that a request makes of it. */
record MediaUse(String url, Kind kind) {

  /** A place in the request that names it. */
  record At(MediaUse use, String pointer) {}

  /** Lists the files of a request, in the contract's order; at most as many as are reported. */
  static List<At> in(GenerationRequest request) {
    List<At> uses = new ArrayList<>();
    List<String> urls = request.imageUrls() == null ? List.of() : request.imageUrls();
    for (int i = 0; i < urls.size(); i++) {
      add(uses, urls.get(i), Kind.IMAGE, Location.element(Member.IMAGE_URLS, i));
    }
    addAll(uses, request.imageWithRoles(), Kind.IMAGE, Member.IMAGE_WITH_ROLES);
    addAll(uses, request.videoWithRoles(), Kind.VIDEO, Member.VIDEO_WITH_ROLES);
    addAll(uses, request.audioWithRoles(), Kind.AUDIO, Member.AUDIO_WITH_ROLES);
    return uses;
  }

  private static void addAll(
      List<At> uses, @Nullable List<MediaReference> media, Kind kind, Member member) {
    for (int i = 0; media != null && i < media.size(); i++) {
      add(uses, media.get(i).url(), kind, Location.child(member, i, "url"));
    }
  }

  private static void add(List<At> uses, @Nullable String url, Kind kind, Location location) {
    if (url != null && !url.isBlank() && uses.size() < Finding.MOST) {
      uses.add(new At(new MediaUse(url, kind), location.pointer()));
    }
  }
}
