package dev.seedance.validator;

import dev.seedance.spec.ApiSpec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The capabilities of the models under one revision of the contract. Immutable.
 *
 * <p>Everything comes from a capability table, so that a new revision is a new table and no code.
 */
public final class Capabilities {

  private final String revision;
  private final List<String> fields;
  private final Set<String> fieldSet;
  private final Map<String, TableMember> tableMembers;
  private final SharedLimits shared;
  private final Defaults defaults;
  private final Map<String, ModelCapabilities> models;
  private final @Nullable Review review;
  private final @Nullable Operations operations;

  Capabilities(
      String revision,
      List<String> fields,
      Map<String, TableMember> tableMembers,
      SharedLimits shared,
      Defaults defaults,
      Map<String, ModelCapabilities> models,
      @Nullable Review review,
      @Nullable Operations operations) {
    this.revision = revision;
    this.fields = List.copyOf(fields);
    this.fieldSet = Set.copyOf(fields);
    this.tableMembers = tableMembers;
    this.shared = shared;
    this.defaults = defaults;
    this.models = models;
    this.review = review;
    this.operations = operations;
  }

  /**
   * The limits that every model shares.
   *
   * @param aspectRatios values of {@code aspect_ratio}
   * @param maxFirstFrames how many images may have the role {@code first_frame}
   * @param maxLastFrames how many images may have the role {@code last_frame}
   * @param maxReferenceImages how many images may have the role {@code reference_image}
   * @param maxClientBusinessIdLength in characters
   * @param imageUrlSchemes how images may be named, such as {@code https} or {@code data}
   * @param videoUrlSchemes how videos may be named
   * @param audioUrlSchemes how audios may be named
   * @param tools types of {@code tools}, empty if the revision has no tools
   * @param traceIdNeedsCallback whether {@code trace_id} means nothing without {@code callback_url}
   */
  public record SharedLimits(
      List<String> aspectRatios,
      int maxFirstFrames,
      int maxLastFrames,
      int maxReferenceImages,
      int maxClientBusinessIdLength,
      List<String> imageUrlSchemes,
      List<String> videoUrlSchemes,
      List<String> audioUrlSchemes,
      List<String> tools,
      boolean traceIdNeedsCallback) {}

  /**
   * The values that members stand for which were not sent.
   *
   * @param resolution such as {@code 720p}
   * @param aspectRatio such as {@code 16:9}
   * @param generateAudio whether there is sound
   * @param returnLastFrame whether the last frame comes along
   * @param outputs how many results
   */
  public record Defaults(
      String resolution,
      String aspectRatio,
      boolean generateAudio,
      boolean returnLastFrame,
      int outputs) {}

  /**
   * Reads the table of a revision.
   *
   * @throws IllegalArgumentException if the revision is not known; the message lists those that are
   */
  public static Capabilities of(String revision) {
    return CapabilityTable.read(ApiSpec.capabilities(revision));
  }

  /** Returns the revision of the contract, such as {@code 2026-06}. */
  public String revision() {
    return revision;
  }

  /** Returns the names of the members that a request may have, in the contract's order. */
  public List<String> fields() {
    return fields;
  }

  /** Returns the members that later revisions brought, each with the oldest that knows it. */
  public Map<String, String> laterFields() {
    return LaterMembers.after(revision);
  }

  /** Returns true if a request may have a member of that name. */
  public boolean hasField(String name) {
    return fieldSet.contains(name);
  }

  /** Returns the members that are rows of the table, in the table's order. */
  public List<TableMember> tableMembers() {
    return List.copyOf(tableMembers.values());
  }

  /** Finds the row of a member, {@code null} if the member is no row of the table. */
  public @Nullable TableMember tableMember(String name) {
    return tableMembers.get(name);
  }

  /**
   * Returns the ids of the rules that requests under this revision can break, those of rows of the
   * table last.
   */
  public List<String> rules() {
    Stream<String> coded =
        Arrays.stream(Rule.values()).filter(rule -> rule.appliesTo(this)).map(Rule::id);
    Stream<String> ofRows = tableMembers.values().stream().flatMap(row -> row.rules().stream());
    return Stream.concat(coded, ofRows).toList();
  }

  /** Finds the row of a member by the name that it had before, {@code null} if there is none. */
  public @Nullable TableMember renamedMember(String oldName) {
    return tableMembers.values().stream()
        .filter(row -> oldName.equals(row.oldName()))
        .findFirst()
        .orElse(null);
  }

  /** Returns what holds while a request asks for a review; empty if the revision has none. */
  public Optional<Review> review() {
    return Optional.ofNullable(review);
  }

  /** Returns what operations ask of a request; empty if the revision has none. */
  public Optional<Operations> operations() {
    return Optional.ofNullable(operations);
  }

  /** Returns true if requests may ask for tools. */
  public boolean hasTools() {
    return !shared.tools().isEmpty();
  }

  /** Returns true if {@code trace_id} means nothing without {@code callback_url}. */
  public boolean traceIdNeedsCallback() {
    return shared.traceIdNeedsCallback();
  }

  /** Returns the limits that every model shares. */
  public SharedLimits shared() {
    return shared;
  }

  /** Returns the values that members stand for which were not sent. */
  public Defaults defaults() {
    return defaults;
  }

  /** Returns the names of the models, in the table's order. */
  public List<String> modelNames() {
    return List.copyOf(models.keySet());
  }

  /**
   * Returns the row of a model.
   *
   * @return empty if the revision has no such model, or the name is {@code null}
   */
  public Optional<ModelCapabilities> model(@Nullable String name) {
    return name == null ? Optional.empty() : Optional.ofNullable(models.get(name));
  }

  /** Returns true if some model takes this duration for "choose yourself". */
  public boolean isAutoDuration(long seconds) {
    return anyModel(model -> model.autoDurations().contains(seconds));
  }

  boolean anyModel(Predicate<ModelCapabilities> property) {
    return models.values().stream().anyMatch(property);
  }

  /** Returns what any of the models has in a column of the table, each once. */
  public <T> List<T> union(Function<ModelCapabilities, List<T>> column) {
    return models.values().stream()
        .flatMap(model -> column.apply(model).stream())
        .distinct()
        .toList();
  }

  /** Sets limits for the models whose limits depend on the routed channel. */
  Capabilities withRoutedLimits(OptionalInt videos, OptionalInt audios) {
    return withModels(model -> model.withRoutedLimits(videos, audios));
  }

  private Capabilities withModels(UnaryOperator<ModelCapabilities> change) {
    return new Capabilities(
        revision,
        fields,
        tableMembers,
        shared,
        defaults,
        models.values().stream()
            .map(change)
            .collect(
                Collectors.toMap(
                    ModelCapabilities::name,
                    UnaryOperator.identity(),
                    (one, other) -> one,
                    LinkedHashMap::new)),
        review,
        operations);
  }
}
