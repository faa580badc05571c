package dev.seedance.contract.verify;

/**
 * One fact that the contract states about every server.
 *
 * @param id {@code group.name}; it never changes its meaning
 * @param sentence the fact
 * @param cost what checking it leaves behind
 * @param where the place of the contract that states it
 * @param body the test of the fact
 */
public record Check(String id, String sentence, Cost cost, String where, Body body) {

  /** The test of a fact. */
  @FunctionalInterface
  public interface Body {
    /**
     * Returns normally if the fact holds.
     *
     * @throws dev.seedance.contract.verify.exchange.CheckFailed if it does not
     * @throws CheckSkipped if that can't be told
     */
    void run(Target target);
  }

  /** Returns the first part of the id. */
  public String group() {
    return id.substring(0, id.indexOf('.'));
  }
}
