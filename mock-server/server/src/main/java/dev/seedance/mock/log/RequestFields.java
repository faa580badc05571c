package dev.seedance.mock.log;

import java.util.Map;

/** Tells of the request in whose course the present thread works. */
public interface RequestFields {

  /** Returns values by name, in order; empty if the thread works for no request. Never a key. */
  Map<String, String> ofThisThread();
}
