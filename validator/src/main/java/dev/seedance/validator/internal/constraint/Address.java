package dev.seedance.validator.internal.constraint;

import dev.seedance.validator.GenerationFields;
import dev.seedance.validator.MediaReference;
import dev.seedance.validator.internal.Location;
import dev.seedance.validator.internal.Member;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address of a file in a request.
 *
 * @param location its place
 * @param kind {@code image}, {@code video} or {@code audio}
 * @param url the text
 */
record Address(Location location, String kind, String url) {

  /** Returns the addresses that were sent: images, then videos, then audios. */
  static List<Address> of(GenerationFields request) {
    List<Address> addresses = new ArrayList<>();
    List<String> urls = Media.list(request.imageUrls());
    for (int i = 0; i < urls.size(); i++) {
      addresses.add(new Address(Location.element(Member.IMAGE_URLS, i), "image", urls.get(i)));
    }
    add(Member.IMAGE_WITH_ROLES, "image", request.imageWithRoles(), addresses);
    add(Member.VIDEO_WITH_ROLES, "video", request.videoWithRoles(), addresses);
    add(Member.AUDIO_WITH_ROLES, "audio", request.audioWithRoles(), addresses);
    return addresses;
  }

  private static void add(
      Member member, String kind, @Nullable List<MediaReference> media, List<Address> addresses) {
    List<MediaReference> references = Media.list(media);
    for (int i = 0; i < references.size(); i++) {
      String url = references.get(i).url();
      if (url != null) {
        addresses.add(new Address(Location.child(member, i, "url"), kind, url));
      }
    }
  }
}
