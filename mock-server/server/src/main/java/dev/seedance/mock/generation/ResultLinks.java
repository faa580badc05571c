package dev.seedance.mock.generation;

import dev.seedance.mock.http.OriginPolicy;
import dev.seedance.mock.sandbox.Sandbox;

/** The URLs of result files. */
public final class ResultLinks {

  /** The path of all result files. */
  public static final String ROOT = OriginPolicy.RESULTS;

  private ResultLinks() {}

  /**
   * Returns the URL of a task's files, with a slash at its end.
   *
   * @param origin the address at which the reader reaches the server, such as {@code
   *     http://127.0.0.1:8080}
   */
  static String of(String origin, Sandbox sandbox, Task task) {
    return origin + ROOT + "/" + sandbox.id() + "/" + task.id() + "/";
  }

  /** Returns the same URL as the submitter of the task would see it. */
  public static String of(Sandbox sandbox, Task task) {
    return of(task.callback().origin(), sandbox, task);
  }
}
