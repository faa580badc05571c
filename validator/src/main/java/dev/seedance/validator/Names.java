package dev.seedance.validator;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that an object has had so far; costs nothing while there are none. */
final class Names {

  private @Nullable Set<String> names;

  boolean isNew(String name) {
    if (names == null) {
      names = new HashSet<>();
    }
    return names.add(name);
  }
}
