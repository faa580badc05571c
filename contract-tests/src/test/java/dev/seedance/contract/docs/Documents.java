package dev.seedance.contract.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Checks listings that are data. */
final class Documents {

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Documents() {}

  static void json(Listing listing) throws Exception {
    STRICT.readTree(listing.text());
  }

  static void yaml(Listing listing) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    Object document = new Yaml(new SafeConstructor(options)).load(listing.text());
    assertThat(document).as(listing.where()).isNotNull();
  }

  /** Checks a POM: it is well-formed, and this build makes or uses its artifacts, same versions. */
  static void maven(Listing listing) throws Exception {
    Element root = xml("<listing>" + listing.text() + "</listing>");
    NodeList artifacts = root.getElementsByTagName("artifactId");
    for (int at = 0; at < artifacts.getLength(); at++) {
      Element element = (Element) artifacts.item(at).getParentNode();
      String group = child(element, "groupId");
      String artifact = child(element, "artifactId");
      String version = child(element, "version");
      if (group.equals("dev.seedance")) {
        assertThat(poms())
            .as("the module of %s in %s", artifact, listing.where())
            .anySatisfy(pom -> assertThat(child(xml(pom), "artifactId")).isEqualTo(artifact));
        assertThat(version)
            .as("version of %s in %s", artifact, listing.where())
            .isEqualTo(child(xml(Files.readString(Page.ROOT.resolve("pom.xml"))), "version"));
      } else {
        assertThat(poms())
            .as("%s:%s:%s of %s is known to the build", group, artifact, version, listing.where())
            .anySatisfy(
                pom ->
                    assertThat(pom.replaceAll("\\s", ""))
                        .contains("<artifactId>" + artifact + "</artifactId>")
                        .contains("<version>" + version + "</version>"));
      }
    }
  }

  private static Stream<String> poms() throws Exception {
    try (Stream<Path> files = Files.walk(Page.ROOT, 3)) {
      return files
          .filter(file -> file.endsWith("pom.xml"))
          .map(file -> Page.of(Page.ROOT.relativize(file).toString()).text())
          .toList()
          .stream();
    }
  }

  private static String child(Element parent, String name) {
    for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node.getNodeName().equals(name)) {
        return node.getTextContent().strip();
      }
    }
    return "";
  }

  private static Element xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)))
        .getDocumentElement();
  }
}
