package dev.seedance.validator.internal;

import dev.seedance.spec.ApiSpec;
import dev.seedance.validator.Capabilities;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The members of a request that revisions of the contract brought after one.
 *
 * @param since the oldest revision that knows a member, by the member's name
 */
record LaterMembers(Map<String, String> since) {

  /** Tables are read when the first unknown member asks for them. */
  private static final Map<String, LaterMembers> BY_REVISION = new ConcurrentHashMap<>();

  /** Returns those after a revision; none if the revision is not known. */
  static LaterMembers after(String revision) {
    return BY_REVISION.computeIfAbsent(revision, LaterMembers::read);
  }

  /** Returns the oldest of these revisions that knows a member. */
  Optional<String> knownSince(String name) {
    return Optional.ofNullable(since.get(name));
  }

  List<String> names() {
    return List.copyOf(since.keySet());
  }

  private static LaterMembers read(String revision) {
    Map<String, String> since = new LinkedHashMap<>();
    List<String> all = ApiSpec.revisions();
    if (all.contains(revision)) {
      for (String later : all.subList(all.indexOf(revision) + 1, all.size())) {
        Capabilities.of(later).fields().forEach(field -> since.putIfAbsent(field, later));
      }
      since.keySet().removeAll(Capabilities.of(revision).fields());
    }
    return new LaterMembers(since);
  }
}
