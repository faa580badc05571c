package dev.seedance.validator.cli;

import dev.seedance.validator.ValidationReport;
import dev.seedance.validator.Violation;
import java.util.List;
import java.util.Optional;

/** The check of files, which a run may have or not. */
interface MediaPreflight {

  /** Looks at no file, so that every input is a request. */
  MediaPreflight NONE =
      new MediaPreflight() {
        @Override
        public Optional<ValidationReport> check(Input input) {
          return Optional.empty();
        }

        @Override
        public List<Violation> look(Verdicts verdicts, Input input) {
          return List.of();
        }
      };

  /** Looks into an input that is a media file itself; empty if it is none. */
  Optional<ValidationReport> check(Input input);

  /** Looks into the files of a request. */
  List<Violation> look(Verdicts verdicts, Input input);
}
