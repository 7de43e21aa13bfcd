// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import static org.assertj.core.api.Assertions.assertThat;

import casebook.study.report.LetterFindings;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlRendererTest {
  private static final String HOSTILE = "<script>alert(1)</script> {{7*7}} ${jndi:ldap://x} \"'&";

  private final String page = page("Title", "");

  private static String page(String title, String label) {
    return RenderersTest.files(LetterFindings.with("plain", title, label)).get("report.html") + "";
  }

  /// The page as a tree, without the texts of style and script, which are not XML.
  private static Document tree(String page) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    String body =
        page.substring(page.indexOf('\n') + 1)
            .replaceAll("(?s)<style>.*?</style>", "<style></style>")
            .replaceAll("(?s)<script>.*?</script>", "<script></script>");
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(body)));
  }

  private static List<Element> elements(Document tree, String name) {
    NodeList nodes = tree.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  @Test
  void pageIsWellFormedAndItsLinksLead() throws Exception {
    Document tree = tree(page);
    List<String> ids = new ArrayList<>();
    List<String> targets = new ArrayList<>();
    for (Element element : elements(tree, "*")) {
      if (element.hasAttribute("id")) {
        ids.add(element.getAttribute("id"));
      }
      if (element.hasAttribute("popovertarget")) {
        targets.add(element.getAttribute("popovertarget"));
      }
      if (element.getAttribute("href").startsWith("#")) {
        targets.add(element.getAttribute("href").substring(1));
      }
      if (element.hasAttribute("aria-labelledby")) {
        targets.add(element.getAttribute("aria-labelledby"));
      }
    }
    assertThat(ids).doesNotHaveDuplicates().containsAll(targets);
  }

  @Test
  void eachNumberIsOneTextInOneButton() throws Exception {
    List<String> buttons =
        elements(tree(page), "button").stream()
            .peek(button -> assertThat(elements(button)).isEmpty())
            .map(Element::getTextContent)
            .toList();
    assertThat(buttons).contains("6.3 (1.4–28.5)", "6.1 (1.3–28.0)", "7.0 (1.5–33.5)", "12 (4.9)");
  }

  private static List<String> elements(Element element) {
    List<String> children = new ArrayList<>();
    for (int i = 0; i < element.getChildNodes().getLength(); i++) {
      if (element.getChildNodes().item(i) instanceof Element child) {
        children.add(child.getTagName());
      }
    }
    return children;
  }

  @Test
  void headsSayWhatTheyHead() throws Exception {
    assertThat(elements(tree(page), "th"))
        .isNotEmpty()
        .allSatisfy(head -> assertThat(head.getAttribute("scope")).isIn("col", "row"));
  }

  @Test
  void nothingComesFromOutside() throws Exception {
    Document tree = tree(page);
    for (Element element : elements(tree, "*")) {
      assertThat(element.hasAttribute("src")).isFalse();
      assertThat(element.hasAttribute("style")).isFalse();
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        assertThat(element.getAttributes().item(i).getNodeName()).doesNotStartWith("on");
      }
      if (element.hasAttribute("href")) {
        assertThat(element.getAttribute("href")).matches("#.+|data:,");
      }
    }
    assertThat(page).doesNotContain("http:", "https:", "@import", "url(");
  }

  @Test
  void policyAcceptsExactlyItsOwnStyleAndScript() {
    Matcher style = Pattern.compile("(?s)<style>(.*?)</style>").matcher(page);
    Matcher script = Pattern.compile("(?s)<script>(.*?)</script>").matcher(page);
    assertThat(style.find() && script.find()).isTrue();
    assertThat(page.replace("&#39;", "'"))
        .contains("style-src " + PageFile.policy(style.group(1)))
        .contains("script-src " + PageFile.policy(script.group(1)))
        .contains("default-src 'none'")
        .doesNotContain("unsafe-inline");
    assertThat(style.find() || script.find()).isFalse();
  }

  @Test
  void hostileTextIsPrintedLiterally() throws Exception {
    String hostile = page(HOSTILE, HOSTILE);
    Document tree = tree(hostile);
    assertThat(elements(tree, "h1").getFirst().getTextContent()).isEqualTo(HOSTILE);
    assertThat(elements(tree, "th").stream().map(Element::getTextContent))
        .anySatisfy(text -> assertThat(text).startsWith("Factor VIII" + HOSTILE));
    assertThat(elements(tree, "script")).hasSize(1);
  }

  @Test
  void controlCharactersDoNotBreakThePage() throws Exception {
    Document tree = tree(page("a\u0000b\u0008c\u0085d", ""));
    assertThat(elements(tree, "h1").getFirst().getTextContent())
        .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd");
  }

  @Test
  void everyAddressIsExplainedOnce() throws Exception {
    Set<String> seen = new HashSet<>();
    for (Element section : elements(tree(page), "section")) {
      assertThat(section.hasAttribute("popover")).isTrue();
      assertThat(seen.add(section.getAttribute("id"))).isTrue();
    }
    assertThat(seen)
        .contains(
            "association.igm_positive.crude.odds_ratio",
            "association.igm_positive.crude.score.odds_ratio",
            "association.igm_positive.yes.cases.percent",
            "flow.plasma.out.cases");
  }
}
