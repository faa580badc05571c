package dev.seedance.contract.verify;

/**
 * One fact that the contract states about every server.
 *
 * @param id {@code group.name}; it never changes its meaning
 * @param sentence the fact
 * @param cost what checking it leaves behind
 * @param where the place of the contract that states it
 * @param body looks whether it holds
 */
public record Check(String id, String sentence, Cost cost, String where, Body body) {

  /** Looks whether a fact holds. */
  @FunctionalInterface
  public interface Body {
    /**
     * Returns where the fact holds.
     *
     * @throws dev.seedance.contract.verify.exchange.CheckFailed where it does not
     * @throws CheckSkipped where that can't be told
     */
    void run(Target target);
  }

  /** The first part of the id. */
  public String group() {
    return id.substring(0, id.indexOf('.'));
  }
}
