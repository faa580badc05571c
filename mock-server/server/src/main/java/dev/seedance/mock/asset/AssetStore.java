package dev.seedance.mock.asset;

import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The groups and assets of one sandbox. If too many, the oldest are forgotten. Thread-safe. */
public final class AssetStore {

  private final int maxGroups;
  private final int maxAssets;
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final Map<String, Asset> assets = new LinkedHashMap<>();

  /** Starts empty. */
  public AssetStore(OptionValues options) {
    maxGroups = options.get(MockOptions.MAX_GROUPS);
    maxAssets = options.get(MockOptions.MAX_ASSETS);
  }

  synchronized void add(Group group) {
    put(groups, group.groupId(), group, maxGroups);
  }

  synchronized void add(Asset asset) {
    put(assets, asset.id(), asset, maxAssets);
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
    groups.clear();
    assets.clear();
    document.groups().forEach(this::add);
    document.assets().forEach(this::add);
  }

  /** Returns the next instant at which an asset changes; empty if none will. */
  public synchronized Optional<Instant> nextEventAfter(Instant now) {
    return assets.values().stream()
        .flatMap(asset -> asset.plan().nextEventAfter(now).stream())
        .min(Comparator.naturalOrder());
  }

  private static <T> void put(Map<String, T> map, String id, T value, int max) {
    map.put(id, value);
    if (map.size() > max) {
      map.remove(map.keySet().iterator().next());
    }
  }
}
