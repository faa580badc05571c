package dev.seedance.mock.scenario;

import java.util.List;

/** A submit that a scenario refuses: no task is made, and the faults make the answer. */
public final class InjectedRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Fault.OfAnswer> faults;

  /**
   * Refuses.
   *
   * @param faults all that goes wrong, a refusal among it
   */
  public InjectedRefusal(List<Fault.OfAnswer> faults) {
    super("refused by the scenario", null, false, false); // an answer: nobody reads its stack
    this.faults = faults;
  }

  List<Fault.OfAnswer> faults() {
    return faults;
  }
}
