package dev.seedance.mock.asset;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.sandbox.HeldBytes;
import dev.seedance.mock.sandbox.PartChanges;
import dev.seedance.mock.sandbox.Sandbox;
import dev.seedance.mock.sandbox.Stored;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The groups and assets of one sandbox. If too many, the oldest are forgotten. Thread-safe. */
public final class AssetStore {

  private static final String GROUP = "group/";
  private static final String ASSET = "asset/";

  private final HeldBytes heldBytes;
  private final PartChanges changes;
  private final int maxGroups;
  private final int maxAssets;
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final Map<String, Asset> assets = new LinkedHashMap<>();

  /**
   * Starts empty.
   *
   * @param heldBytes counts them
   * @param changes keeps account of them, by kind and id
   */
  AssetStore(OptionValues options, HeldBytes heldBytes, PartChanges changes) {
    this.heldBytes = heldBytes;
    this.changes = changes;
    maxGroups = options.get(MockOptions.MAX_GROUPS);
    maxAssets = options.get(MockOptions.MAX_ASSETS);
  }

  /** What is counted. */
  interface Held {

    /** Returns about its bytes of memory. */
    long size();
  }

  synchronized void add(Group group) {
    put(GROUP, groups, group.groupId(), group, maxGroups);
  }

  synchronized void add(Asset asset) {
    put(ASSET, assets, asset.id(), asset, maxAssets);
  }

  synchronized boolean hasGroup(String id) {
    return groups.containsKey(id);
  }

  /** Finds an asset by its id. */
  public synchronized Optional<Asset> find(String id) {
    return Optional.ofNullable(assets.get(id));
  }

  /** All groups and assets, oldest first. */
  record Document(List<Group> groups, List<Asset> assets) {
    Document {
      groups = List.copyOf(groups);
      assets = List.copyOf(assets);
    }
  }

  synchronized Document save() {
    return new Document(List.copyOf(groups.values()), List.copyOf(assets.values()));
  }

  synchronized void restore(Document document) {
    groups.values().forEach(group -> count(group, null));
    assets.values().forEach(asset -> count(asset, null));
    groups.clear();
    assets.clear();
    changes.replaced();
    document.groups().forEach(this::add);
    document.assets().forEach(this::add);
  }

  /** Returns the next instant at which an asset changes; empty if none will. */
  public synchronized Optional<Instant> nextEventAfter(Instant now) {
    return assets.values().stream()
        .flatMap(asset -> asset.plan().nextEventAfter(now).stream())
        .min(Comparator.naturalOrder());
  }

  private <T extends Held> void put(String kind, Map<String, T> map, String id, T value, int max) {
    count(map.put(id, value), value);
    changes.mark(kind + id);
    if (map.size() > max) {
      forgetOldest(kind, map);
    }
  }

  /** Forgets the oldest asset, or the oldest group if there is none; false if there is neither. */
  synchronized boolean forgetOldest() {
    return forgetOldest(ASSET, assets) || forgetOldest(GROUP, groups);
  }

  private boolean forgetOldest(String kind, Map<String, ? extends Held> map) {
    if (map.isEmpty()) {
      return false;
    }
    String oldest = map.keySet().iterator().next();
    count(map.remove(oldest), null);
    changes.mark(kind + oldest);
    return true;
  }

  private void count(@Nullable Held before, @Nullable Held after) {
    heldBytes.add((after == null ? 0 : after.size()) - (before == null ? 0 : before.size()));
  }

  private synchronized List<String> keys() {
    return Stream.concat(
            groups.keySet().stream().map(GROUP::concat),
            assets.keySet().stream().map(ASSET::concat))
        .toList();
  }

  private synchronized @Nullable Object document(String key) {
    return key.startsWith(GROUP)
        ? groups.get(key.substring(GROUP.length()))
        : assets.get(key.substring(ASSET.length()));
  }

  /** The form in which a store keeps groups and assets: each by itself. */
  static final Stored<AssetStore> STORED =
      new Stored<>() {
        @Override
        public List<String> keys(AssetStore state) {
          return state.keys();
        }

        @Override
        public @Nullable Object find(AssetStore state, String key) {
          return state.document(key);
        }

        @Override
        public Class<?> type(String key) {
          return key.startsWith(GROUP) ? Group.class : Asset.class;
        }

        @Override
        public Runnable restore(Sandbox sandbox, Map<String, Object> documents) {
          var all = new Document(of(Group.class, documents), of(Asset.class, documents));
          return () -> sandbox.get(AssetStore.class).restore(all);
        }

        private static <T> List<T> of(Class<T> type, Map<String, Object> documents) {
          return documents.values().stream().filter(type::isInstance).map(type::cast).toList();
        }
      };
}
