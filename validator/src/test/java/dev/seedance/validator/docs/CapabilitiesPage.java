package dev.seedance.validator.docs;

import static dev.seedance.validator.docs.Markdown.code;
import static dev.seedance.validator.docs.Markdown.codes;

import dev.seedance.spec.ApiSpec;
import dev.seedance.validator.Capabilities;
import dev.seedance.validator.ModelCapabilities;
import dev.seedance.validator.Operations;
import dev.seedance.validator.Operations.Operation;
import dev.seedance.validator.Review;
import dev.seedance.validator.TableMember;
import dev.seedance.validator.internal.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Writes {@code docs/capabilities.md}. */
public final class CapabilitiesPage {

  private static final String INTRODUCTION =
      """
      What each model can do, from the capability tables in
      [`api-spec/capabilities`](../api-spec/capabilities): one file a revision of the provider's page. A new revision is
      a new file there, and no code. The revision `%s` applies where none is asked for.
      """;

  /** Writes the page of these revisions, oldest first. */
  public String write(List<Capabilities> revisions) {
    var page = new Markdown().line(GeneratedDocsTest.NOTE).title(1, "Capabilities");
    page.paragraph(INTRODUCTION.formatted(ApiSpec.defaultRevision()));
    for (int i = 1; i < revisions.size(); i++) {
      differences(revisions.get(i - 1), revisions.get(i), page);
    }
    revisions.forEach(revision -> describe(revision, page));
    return page.toString();
  }

  private static void differences(Capabilities older, Capabilities newer, Markdown page) {
    page.title(2, "What differs between " + older.revision() + " and " + newer.revision());
    page.paragraph("Of lists, only what the other revision lacks.");
    List<List<String>> rows = new ArrayList<>();
    compare("every model", shared(older), shared(newer), rows);
    Set<String> models = new LinkedHashSet<>(older.modelNames());
    models.addAll(newer.modelNames());
    for (String model : models) {
      compare(code(model), cells(older, model), cells(newer, model), rows);
    }
    page.table(List.of("", "", older.revision(), newer.revision()), rows);
  }

  private static void compare(
      String of, Map<String, String> older, Map<String, String> newer, List<List<String>> rows) {
    Set<String> names = new LinkedHashSet<>(older.keySet());
    names.addAll(newer.keySet());
    for (String name : names) {
      String before = older.getOrDefault(name, "-");
      String after = newer.getOrDefault(name, "-");
      if (!before.equals(after)) {
        rows.add(List.of(of, name, lacking(before, after), lacking(after, before)));
      }
    }
  }

  /** The words of a list that another has not; anything else as it is. */
  private static String lacking(String cell, String other) {
    if (!cell.startsWith("`")) {
      return cell;
    }
    List<String> others = List.of(other.split(" ", -1));
    return Stream.of(cell.split(" ", -1))
        .filter(word -> !others.contains(word))
        .reduce((one, next) -> one + " " + next)
        .orElse("-");
  }

  private static void describe(Capabilities revision, Markdown page) {
    page.title(2, "Revision " + revision.revision());
    List<String> head = new ArrayList<>(List.of(""));
    revision.modelNames().forEach(name -> head.add(code(name)));
    List<List<String>> rows = new ArrayList<>();
    for (String name : cells(revision, revision.modelNames().get(0)).keySet()) {
      List<String> row = new ArrayList<>(List.of(name));
      revision
          .modelNames()
          .forEach(model -> row.add(cells(revision, model).getOrDefault(name, "-")));
      rows.add(row);
    }
    page.table(head, rows);
    revision.modelNames().forEach(model -> note(revision, model, page));
    page.table(
        List.of("The same for every model", ""),
        shared(revision).entrySet().stream().map(e -> List.of(e.getKey(), e.getValue())).toList());
  }

  private static void note(Capabilities revision, String name, Markdown page) {
    String note = model(revision, name).durationNote().get("en");
    if (note != null) {
      page.paragraph("On the durations of " + code(name) + ": " + note + ".");
    }
  }

  private static Map<String, String> shared(Capabilities revision) {
    var shared = revision.shared();
    var defaults = revision.defaults();
    Map<String, String> rows = new LinkedHashMap<>();
    rows.put("aspect ratios", codes(shared.aspectRatios()));
    rows.put("first frames, at most", String.valueOf(shared.maxFirstFrames()));
    rows.put("last frames, at most", String.valueOf(shared.maxLastFrames()));
    rows.put("reference images, at most", String.valueOf(shared.maxReferenceImages()));
    rows.put("addresses of images", codes(shared.imageUrlSchemes()));
    rows.put("addresses of videos", codes(shared.videoUrlSchemes()));
    rows.put("addresses of audios", codes(shared.audioUrlSchemes()));
    rows.put("tools", codes(shared.tools()));
    rows.put("`trace_id` needs `callback_url`", yes(shared.traceIdNeedsCallback()));
    rows.put("`client_business_id`, at most", shared.maxClientBusinessIdLength() + " characters");
    rows.put("resolution where none is sent", code(defaults.resolution()));
    rows.put("aspect ratio where none is sent", code(defaults.aspectRatio()));
    rows.put("sound where the switch is not sent", yes(defaults.generateAudio()));
    rows.put("last frame where the switch is not sent", yes(defaults.returnLastFrame()));
    rows.put("results where no number is sent", String.valueOf(defaults.outputs()));
    rows.put("members of a request", codes(revision.fields()));
    revision.tableMembers().forEach(row -> member(row, rows));
    revision.review().ifPresent(review -> review(review, rows));
    revision.operations().ifPresent(operations -> operations(operations, rows));
    return rows;
  }

  private static void member(TableMember row, Map<String, String> rows) {
    if (row.byDefault() != null) {
      rows.put(code(row.name()) + " where it is not sent", code(row.byDefault().toString()));
    }
    if (row.oldName() != null) {
      rows.put("old name of " + code(row.name()) + ", refused", code(row.oldName()));
    }
  }

  private static void review(Review review, Map<String, String> rows) {
    String with = "with " + code(review.member().name()) + ", ";
    rows.put(with + "addresses of images", codes(review.imageUrlSchemes()));
    rows.put(with + "addresses of videos", codes(review.videoUrlSchemes()));
    rows.put(with + "addresses of audios", codes(review.audioUrlSchemes()));
    rows.put(with + "a URL, at most", review.maxUrlBytes() + " bytes");
  }

  private static void operations(Operations operations, Map<String, String> rows) {
    for (Operation operation : operations.byValue().values()) {
      String with =
          "with " + code(operations.member().name()) + " " + code(operation.name()) + ", ";
      if (operation.needsVideo()) {
        rows.put(with + "reference videos, at least", "1");
      }
      if (operation.durations() != null) {
        rows.put(with + "durations in seconds", numbers(operation.durations()));
      }
      if (operation.autoDurations() != null) {
        rows.put(with + "automatic duration", numbers(operation.autoDurations()));
      }
      if (operation.aspectRatios() != null) {
        rows.put(with + "aspect ratios", codes(operation.aspectRatios()));
      }
    }
  }

  private static String numbers(List<Long> numbers) {
    return codes(numbers.stream().map(String::valueOf).toList());
  }

  private static Map<String, String> cells(Capabilities revision, String name) {
    if (revision.model(name).isEmpty()) {
      return Map.of();
    }
    ModelCapabilities model = model(revision, name);
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("for", model.purpose());
    cells.put("durations in seconds", Wording.list(model.durations()));
    cells.put("automatic duration", numbers(model.autoDurations()));
    cells.put("resolutions", codes(model.resolutions()));
    cells.put("roles of images", codes(model.imageRoles()));
    cells.put("roles of videos", codes(model.videoRoles()));
    cells.put("roles of audios", codes(model.audioRoles()));
    cells.put("images, at most", images(model));
    cells.put("reference videos, at most", limit(model.maxReferenceVideos()));
    cells.put("reference audios, at most", limit(model.maxReferenceAudios()));
    cells.put("audios alone", yes(model.audioAlone()));
    cells.put(
        "aspect ratios beside frames",
        model.frameAspectRatios().isEmpty() ? "any" : codes(model.frameAspectRatios()));
    cells.put("`media_mode`", codes(model.mediaModes()));
    cells.put("`generate_audio`", yes(model.generateAudio()));
    cells.put("`return_last_frame`", yes(model.returnLastFrame()));
    cells.put("`count` and `n`", model.outputs().isEmpty() ? "-" : Wording.list(model.outputs()));
    cells.put("not documented", codes(model.undocumented()));
    for (TableMember row : revision.tableMembers()) {
      boolean exposed = row.models().contains(name);
      cells.put(code(row.name()), row.isSwitch() || !exposed ? yes(exposed) : codes(row.values()));
    }
    return cells;
  }

  private static ModelCapabilities model(Capabilities revision, String name) {
    return revision.model(name).orElseThrow();
  }

  private static String images(ModelCapabilities model) {
    return model.maxImages().isPresent()
        ? model.maxImages().getAsInt() + ", whatever their role"
        : model.maxReferenceImages() + " references";
  }

  private static String limit(OptionalInt limit) {
    return limit.isPresent() ? String.valueOf(limit.getAsInt()) : "not documented";
  }

  private static String yes(boolean value) {
    return value ? "yes" : "no";
  }
}
