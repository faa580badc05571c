package dev.seedance.mock.review;

import dev.seedance.mock.plan.Plan;
import dev.seedance.mock.sandbox.HeldBytes;
import dev.seedance.mock.sandbox.PartChanges;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files that were reviewed in a sandbox, or are being reviewed. Thread-safe.
 *
 * <p>Bounded: the oldest is forgotten first, and is reviewed again. Only hashes are kept.
 */
public final class ReviewedFiles {

  /** The most files that are kept. */
  static final int MAX = 10_000;

  /** About the bytes of memory that a file takes. */
  private static final long SIZE = 200;

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}");

  /**
   * A file.
   *
   * @param hash of its URL or its bytes, 32 hex digits
   * @param reviewedAt the end of its review, in sandbox time
   */
  record Entry(String hash, Instant reviewedAt) {

    /**
     * Checks the hash and the time.
     *
     * @throws IllegalArgumentException if one of them can't be used
     */
    Entry {
      if (!HASH.matcher(hash).matches()) {
        throw new IllegalArgumentException("'hash' is '" + hash + "'; expected 32 hex digits");
      }
    }
  }

  private final HeldBytes heldBytes;
  private final PartChanges changes;
  private final Map<String, Instant> reviewedAt = new LinkedHashMap<>();

  ReviewedFiles(HeldBytes heldBytes, PartChanges changes) {
    this.heldBytes = heldBytes;
    this.changes = changes;
  }

  /**
   * Returns a plan that waits in the queue until files are reviewed, each in its own time and all
   * at once; the same plan if all were reviewed before.
   *
   * @param files their hashes
   */
  public static Plan delay(Sandbox sandbox, Set<String> files, Plan plan) {
    Instant now = plan.submittedAt();
    ReviewedFiles known = sandbox.get(ReviewedFiles.class);
    Duration review =
        files.stream()
            .map(file -> Duration.between(now, known.endOf(sandbox, file, now)))
            .reduce(Duration.ZERO, (one, other) -> one.compareTo(other) < 0 ? other : one);
    Duration most = ReviewTimes.STANDARD.most();
    Duration wait = review.compareTo(most) < 0 ? review : most;
    return wait.compareTo(plan.queued()) <= 0
        ? plan
        : new Plan(now, wait, plan.running(), plan.outcome());
  }

  /**
   * Keeps the files of a new task, unless it fails while it is queued: its files were refused then.
   *
   * @param files their hashes
   */
  public static void keep(Sandbox sandbox, Set<String> files, Plan plan) {
    boolean refused = plan.running().isZero() && plan.outcome().finalState().isFailed();
    if (!refused) {
      ReviewedFiles known = sandbox.get(ReviewedFiles.class);
      Instant now = plan.submittedAt();
      files.forEach(file -> known.put(file, known.endOf(sandbox, file, now)));
    }
  }

  /** Returns the end of a file's review: one that is under way or was made, or one that begins. */
  private synchronized Instant endOf(Sandbox sandbox, String file, Instant now) {
    Instant known = reviewedAt.get(file);
    if (known == null) {
      return TimeRange.after(now, ReviewTimes.STANDARD.draw(sandbox.drawOf("review " + file)));
    }
    return known.isBefore(now) ? now : known;
  }

  private synchronized void put(String file, Instant end) {
    if (reviewedAt.putIfAbsent(file, end) == null) {
      changes.mark(file);
      heldBytes.add(SIZE);
      if (reviewedAt.size() > MAX) {
        forgetOldest();
      }
    }
  }

  /** Forgets the oldest file; false if there is none. */
  synchronized boolean forgetOldest() {
    var oldest = reviewedAt.keySet().iterator();
    if (!oldest.hasNext()) {
      return false;
    }
    String forgotten = oldest.next();
    oldest.remove();
    changes.mark(forgotten);
    heldBytes.add(-SIZE);
    return true;
  }

  /** Returns the hashes of the files, oldest first. */
  synchronized List<String> hashes() {
    return List.copyOf(reviewedAt.keySet());
  }

  /** Returns the file of a hash; null if there is none. */
  synchronized @Nullable Entry find(String hash) {
    Instant end = reviewedAt.get(hash);
    return end == null ? null : new Entry(hash, end);
  }

  synchronized Entry[] all() {
    return reviewedAt.entrySet().stream()
        .map(file -> new Entry(file.getKey(), file.getValue()))
        .toArray(Entry[]::new);
  }

  synchronized void replaceAll(Collection<Entry> files) {
    heldBytes.add(-SIZE * reviewedAt.size());
    reviewedAt.clear();
    changes.replaced();
    List.copyOf(files).forEach(file -> put(file.hash(), file.reviewedAt()));
  }
}
