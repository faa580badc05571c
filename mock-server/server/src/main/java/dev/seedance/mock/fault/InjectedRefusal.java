package dev.seedance.mock.fault;

import dev.seedance.mock.scenario.Fault;
import java.util.List;

/** Thrown for a submit that a scenario refuses: no task is created, and the faults respond. */
public final class InjectedRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Fault.OfResponse> faults;

  /**
   * Creates a refusal.
   *
   * @param faults all that goes wrong, a refusal among it
   */
  public InjectedRefusal(List<Fault.OfResponse> faults) {
    super("refused by the scenario", null, false, false); // nobody reads the stack
    this.faults = faults;
  }

  /** Returns all that goes wrong with the response. */
  public List<Fault.OfResponse> faults() {
    return faults;
  }
}
