package dev.seedance.contract.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seedance.contract.docs.Listing.Note;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Compiles listings of Java without a warning, and runs them.
 *
 * <p>A listing stands in a frame, a file of {@code listings/frames} that has the imports and the
 * variables that a page takes for granted. It takes the place of {@code // types}, {@code //
 * members} or {@code // statements}, as its shape demands. A frame's {@code main} runs it; a
 * listing that has its own is no part of a frame.
 */
final class JavaListings {

  private static final Pattern TYPE =
      Pattern.compile(
          "\\A(?:\\s*(?:@\\w+(?:\\([^)]*\\))?|//[^\\n]*|import [^;]+;)\\s*)*"
              + "(?:public |final |static )*(?:class|record|interface|enum) .*",
          Pattern.DOTALL);
  private static final Pattern MEMBER =
      Pattern.compile("\\A@(?:Test|BeforeEach)\\b.*", Pattern.DOTALL);

  private static final Pattern PROGRAM =
      Pattern.compile("class (\\w+)[^;]*?\\n  (?:public )?static void main\\(", Pattern.DOTALL);
  private static final List<String> OPTIONS =
      List.of(
          "--release", "17", "-Xlint:all,-processing,-path,-classfile", "-Werror", "-proc:none");

  private JavaListings() {}

  static void run(Listing listing, Session session) throws Exception {
    Path sources = Files.createTempDirectory(session.folder(), ".java");
    Matcher program = PROGRAM.matcher(listing.text());
    String main = program.find() ? program.group(1) : "Frame";
    Path source = sources.resolve(main + ".java");
    Files.writeString(
        source, session.localized(main.equals("Frame") ? framed(listing) : listing.text()));
    compile(listing, source);
    assertThat(session.run(Session.java(main, sources), Map.of("SEEDANCE_API_KEY", "docs")))
        .as("exit code of %s, which printed%n%s", listing.where(), session.printed())
        .isEqualTo(listing.exitCode());
  }

  /** Returns the source of a whole file: the frame with the listing in it. */
  static String framed(Listing listing) {
    String page = listing.page().substring(listing.page().lastIndexOf('/') + 1);
    String frame =
        Session.fixture(
            "frames/" + listing.note(Note.FRAME).orElse(page.replace(".md", "")) + ".java");
    String place = "// " + shape(listing.text());
    assertThat(frame).as("the frame of %s", listing.where()).contains(place);
    return frame.replace(place, listing.text());
  }

  private static String shape(String text) {
    if (TYPE.matcher(text).matches()) {
      return "types";
    }
    return MEMBER.matcher(text).matches() ? "members" : "statements";
  }

  private static void compile(Listing listing, Path source) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Programs.require(compiler != null, "a Java compiler");
    var messages = new StringWriter();
    var options = new ArrayList<>(OPTIONS);
    options.addAll(List.of("-d", source.getParent().toString(), "-cp", Session.CLASS_PATH));
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
              .call();
      assertThat(compiled).as("%s does not compile:%n%s", listing.where(), messages).isTrue();
    }
  }
}
