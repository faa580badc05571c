package dev.seedance.validator.cli;

import dev.seedance.spec.http.HttpUrl;
import dev.seedance.spec.http.RemoteFiles;
import dev.seedance.spec.media.ContentType;
import dev.seedance.spec.text.Printable;
import dev.seedance.validator.GenerationRequest;
import dev.seedance.validator.Severity;
import dev.seedance.validator.ValidationReport;
import dev.seedance.validator.Violation;
import dev.seedance.validator.media.LocalFiles;
import dev.seedance.validator.media.MediaCheck;
import dev.seedance.validator.media.MediaReport;
import dev.seedance.validator.media.MediaSource;
import dev.seedance.validator.media.Medium;
import dev.seedance.validator.media.format.UnreadableMediaException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the files that inputs name or are. Names of local files are relative to the folder of
 * the request that names them.
 */
final class FileLook implements MediaPreflight {

  private static final Path HERE = Path.of("");

  private final @Nullable RemoteFiles remote;
  private final Locale language;
  private final Severity severity;
  private final PrintWriter err;

  /**
   * Looks at local files and {@code data:} URLs.
   *
   * @param remote the way to files of other servers; {@code null} to leave them out
   * @throws IllegalStateException if the library that reads files is missing
   */
  FileLook(@Nullable RemoteFiles remote, Locale language, Severity severity, PrintWriter err) {
    this.remote = remote;
    this.language = language;
    this.severity = severity;
    this.err = err;
    in(HERE); // which fails now and not behind half of the output
  }

  @Override
  public Optional<ValidationReport> check(Input input) {
    try {
      Medium beginning = new LocalFiles(HERE).find(input.name(), ContentType.BEGINNING);
      return beginning != null && MediaCheck.isMedia(beginning.content())
          ? Optional.of(ValidationReport.of(in(HERE).check(input.name()).violations()))
          : Optional.empty();
    } catch (UnreadableMediaException e) {
      return Optional.empty(); // reading it as a request tells why
    }
  }

  @Override
  public List<Violation> look(Verdicts verdicts, Input input) {
    return verdicts.request().map(request -> look(request, input)).orElseGet(List::of);
  }

  private List<Violation> look(GenerationRequest request, Input input) {
    Path folder = Path.of(input.name()).getParent();
    MediaReport found = in(folder == null ? HERE : folder).check(request);
    long remoteOnes = found.passedOver().stream().filter(url -> HttpUrl.parse(url) != null).count();
    if (remoteOnes > 0) {
      err.println(
          Printable.line(
              "%s: %d remote file(s) not looked into; --fetch gets them"
                  .formatted(input.name(), remoteOnes)));
      err.flush();
    }
    return found.violations();
  }

  private MediaCheck in(Path folder) {
    return new MediaCheck(MediaSource.of(folder, remote), language, severity);
  }
}
