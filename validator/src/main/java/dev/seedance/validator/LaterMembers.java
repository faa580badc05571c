package dev.seedance.validator;

import dev.seedance.spec.ApiSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The members of a request that revisions of the contract brought after one. */
final class LaterMembers {

  /** Tables are read when the first unknown member asks for them. */
  private static final Map<String, Map<String, String>> BY_REVISION = new ConcurrentHashMap<>();

  private LaterMembers() {}

  /**
   * Returns those after a revision, each with the oldest that knows it; none if the revision is not
   * known.
   */
  static Map<String, String> after(String revision) {
    return BY_REVISION.computeIfAbsent(revision, LaterMembers::read);
  }

  private static Map<String, String> read(String revision) {
    Map<String, String> since = new LinkedHashMap<>();
    List<String> all = ApiSpec.revisions();
    if (all.contains(revision)) {
      for (String later : all.subList(all.indexOf(revision) + 1, all.size())) {
        Capabilities.of(later).fields().forEach(field -> since.putIfAbsent(field, later));
      }
      since.keySet().removeAll(Capabilities.of(revision).fields());
    }
    return Collections.unmodifiableMap(since);
  }
}
