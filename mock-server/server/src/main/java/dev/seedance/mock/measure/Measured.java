package dev.seedance.mock.measure;

import java.util.List;

/** A part of the server that tells figures of itself. */
public interface Measured {

  /** Returns the figures. */
  List<Measure> measures();
}
