package dev.seedance.mock.journal;

/**
 * A queue of sizes in bytes.
 *
 * <p>They stand beside what they measure, because a call that is forgotten is so old that no cache
 * of the processor has it: asking it for its size would take longer than writing down the new one.
 */
final class Sizes {

  private long[] ring = new long[64];
  private int head;
  private int count;
  private long total;

  void add(long size) {
    if (count == ring.length) {
      grow();
    }
    ring[slot(count)] = size;
    count++;
    total += size;
  }

  /** Takes the oldest away; there is one. */
  void removeFirst() {
    total -= ring[head];
    head = slot(1);
    count--;
  }

  long total() {
    return total;
  }

  void clear() {
    head = 0;
    count = 0;
    total = 0;
  }

  private int slot(int index) {
    return (head + index) & (ring.length - 1); // the length is a power of two
  }

  private void grow() {
    var wider = new long[2 * ring.length];
    for (int i = 0; i < count; i++) {
      wider[i] = ring[slot(i)];
    }
    ring = wider;
    head = 0;
  }
}
