package dev.seedance.mock.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seedance.mock.TestTime;
import dev.seedance.mock.options.MockOptions;
import dev.seedance.mock.options.OptionValues;
import dev.seedance.mock.time.ClockSetting;
import dev.seedance.mock.time.RealTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A feature that exists in this test only. */
class SandboxFeatureTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final TestTime time = new TestTime();
  private final RealTime realTime = new RealTime(time);
  private final OptionValues options =
      OptionValues.DEFAULT
          .with(MockOptions.MAX_SANDBOXES, 2)
          .with(MockOptions.CLOCK, ClockSetting.FROZEN)
          .with(MockOptions.CLOCK_START, START);
  private final NoteFeature notes = new NoteFeature();
  private final Sandboxes sandboxes = new Sandboxes(List.of(notes), realTime, options);

  @AfterEach
  void close() {
    realTime.close();
  }

  @Test
  void creates_one_state_a_sandbox() {
    Sandbox sandbox = sandboxes.ofKey("a");
    Note note = sandbox.get(Note.class);
    assertThat(note.sandboxId).isEqualTo(sandbox.id());
    assertThat(sandboxes.ofKey("a").get(Note.class)).isSameAs(note);
    assertThat(sandboxes.ofKey("b").get(Note.class)).isNotSameAs(note);
  }

  @Test
  void is_found_by_the_type_of_its_state_alone() {
    Sandbox sandbox = sandboxes.ofKey("a");
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> sandbox.get(String.class))
        .withMessage("java.lang.String");
  }

  @Test
  void restores_another_sandbox_from_what_it_saved() {
    Sandbox from = sandboxes.ofKey("a");
    Sandbox to = sandboxes.ofKey("b");
    from.get(Note.class).text = "kept";
    Runnable change = notes.restore(to, notes.save(from.get(Note.class)));
    assertThat(to.get(Note.class).text).as("checked, and not changed yet").isEmpty();
    change.run();
    assertThat(to.get(Note.class).text).isEqualTo("kept");
  }

  @Test
  void refuses_a_document_without_a_change() {
    Sandbox sandbox = sandboxes.ofKey("a");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> notes.restore(sandbox, new NoteFeature.Document("")));
    assertThat(sandbox.get(Note.class).text).isEmpty();
  }

  @Test
  void is_closed_and_created_anew_when_its_sandbox_is_reset() {
    Sandbox used = sandboxes.ofKey("a");
    Note old = used.get(Note.class);
    sandboxes.reset(used);
    assertThat(notes.closed).containsExactly(old);
    assertThat(sandboxes.ofKey("a").get(Note.class)).isNotSameAs(old);
  }

  @Test
  void keeps_its_state_through_a_reset_if_it_says_so() {
    var kept =
        new NoteFeature() {
          @Override
          protected Note renew(Sandbox fresh, Note old) {
            return old;
          }
        };
    var those = new Sandboxes(List.of(kept), realTime, options);
    Sandbox used = those.ofKey("a");
    those.reset(used);
    assertThat(those.ofKey("a")).isNotSameAs(used);
    assertThat(those.ofKey("a").get(Note.class)).isSameAs(used.get(Note.class));
    assertThat(kept.closed).isEmpty();
  }

  @Test
  void is_closed_with_a_sandbox_that_is_dropped() {
    Note first = sandboxes.ofKey("a").get(Note.class);
    time.pass(Duration.ofMillis(1));
    sandboxes.ofKey("b");
    sandboxes.ofKey("c");
    assertThat(notes.closed).containsExactly(first);
  }

  @Test
  void tells_the_sandbox_about_its_next_event() {
    Sandbox sandbox = sandboxes.ofKey("a");
    assertThat(sandbox.nextEvent()).isEmpty();
    sandbox.get(Note.class).text = "due";
    assertThat(sandbox.nextEvent()).contains(START.plusSeconds(1));
  }

  /** The state: a text that can be changed. */
  private static final class Note {
    private final String sandboxId;
    private String text = "";

    Note(String sandboxId) {
      this.sandboxId = sandboxId;
    }
  }

  private static class NoteFeature extends SandboxFeature<Note, NoteFeature.Document> {

    record Document(String text) {}

    final List<Note> closed = new ArrayList<>();

    NoteFeature() {
      super("note", Note.class, Document.class);
    }

    @Override
    protected Note create(Sandbox sandbox) {
      return new Note(sandbox.id());
    }

    @Override
    public Document save(Note state) {
      return new Document(state.text);
    }

    @Override
    public Runnable restore(Sandbox sandbox, Document document) {
      if (document.text().isEmpty()) {
        throw new IllegalArgumentException("'text' is empty");
      }
      return () -> sandbox.get(Note.class).text = document.text();
    }

    @Override
    protected void close(Note state) {
      closed.add(state);
    }

    @Override
    protected Optional<Instant> nextEventAfter(Note state, Instant now) {
      return state.text.isEmpty() ? Optional.empty() : Optional.of(now.plusSeconds(1));
    }
  }
}
