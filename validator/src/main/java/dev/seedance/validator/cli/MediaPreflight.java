package dev.seedance.validator.cli;

import dev.seedance.validator.ValidationReport;
import dev.seedance.validator.Violation;
import java.io.IOException;
import java.util.List;

/** The check of files, which a run may have or not. */
interface MediaPreflight {

  /** Looks at no file, so that every input is a request. */
  MediaPreflight NONE =
      new MediaPreflight() {
        @Override
        public boolean isFor(byte[] beginning) {
          return false;
        }

        @Override
        public ValidationReport check(Input input) {
          throw new IllegalStateException("every input is a request");
        }

        @Override
        public List<Violation> look(Verdicts verdicts, Input input) {
          return List.of();
        }
      };

  /** Returns true if an input is a media file and no request. */
  boolean isFor(byte[] beginning);

  /** Looks into an input that is a media file. */
  ValidationReport check(Input input) throws IOException;

  /** Looks into the files of a request. */
  List<Violation> look(Verdicts verdicts, Input input);
}
