package dev.seedance.mock.options;

import org.jspecify.annotations.Nullable;

/** A place where options are given, such as the command line. */
public interface OptionSource {

  /** Returns what is given there for an option; null if nothing is. */
  @Nullable GivenValue find(Option<?> option);
}
