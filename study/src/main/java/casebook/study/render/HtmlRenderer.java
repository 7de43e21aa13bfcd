// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.study.report.Document;
import casebook.study.report.Document.Block;
import casebook.study.report.Document.Imprint;
import casebook.study.report.Document.Tone;
import casebook.study.report.Explanation;
import casebook.study.work.Workers;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// The paper as one page, `report.html`, that needs nothing else: no network, and no script to be
/// read or to open an explanation.
final class HtmlRenderer implements Renderer {
  private static final String HINT =
      "Every underlined number opens its explanation: what it says, how it was computed, from which"
          + " rows, and the line of the study file that asked for it.";

  /// A drawing wider than this, in points, is never shown as small as others.
  private static final double WIDE = 500;

  /// So many explanations are one piece of work for a thread.
  private static final int AT_ONCE = 32;

  @Override
  public String format() {
    return "html";
  }

  @Override
  public List<OutputFile> render(Document document) {
    return render(document, new Workers(1));
  }

  @Override
  public List<OutputFile> render(Document document, Workers workers) {
    List<Supplier<byte[]>> pieces = new ArrayList<>();
    pieces.add(() -> bytes(HtmlRenderer::start, document));
    for (Block block : document.blocks()) {
      pieces.add(() -> bytes(HtmlRenderer::block, block));
    }
    pieces.add(() -> bytes(HtmlRenderer::imprint, document.imprint()));
    List<Explanation> all = List.copyOf(document.explanations().values());
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<Explanation> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
      pieces.add(() -> bytes(HtmlRenderer::explanations, some));
    }
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    workers.all(pieces).forEach(page::writeBytes);
    page.writeBytes(bytes(HtmlRenderer::end, PageFile.read("report.js")));
    return List.of(new OutputFile("report.html", page.toByteArray()));
  }

  private static <T> byte[] bytes(BiConsumer<Markup, T> writer, T content) {
    Markup out = new Markup();
    writer.accept(out, content);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void start(Markup out, Document document) {
    out.own("<!DOCTYPE html>\n<html lang=\"en\">").line();
    head(out, document);
    out.own("<body>").line();
    out.element("a", "Skip to the paper", "class", "skip", "href", "#paper").line();
    out.own("<main id=\"paper\" tabindex=\"-1\">").line();
    out.open("header");
    out.element("p", "Study report", "class", "eyebrow");
    out.element("h1", document.title());
    out.element("p", document.byline(), "class", "byline");
    out.element("p", HINT, "class", "byline hint").close().line();
  }

  private static void explanations(Markup out, List<Explanation> some) {
    some.forEach(explanation -> HtmlExplanation.write(out, explanation));
  }

  private static void end(Markup out, String script) {
    out.open("script").own(script).close().line();
    out.own("</body>\n</html>\n");
  }

  private static void head(Markup out, Document document) {
    String style = PageFile.read("report.css") + PageFile.read("figure-page.css");
    String policy =
        "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src "
            + PageFile.policy(style)
            + "; script-src "
            + PageFile.policy(PageFile.read("report.js"));
    out.open("head").line();
    out.empty("meta", "charset", "utf-8").line();
    out.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy).line();
    out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1").line();
    out.empty("meta", "name", "color-scheme", "content", "light dark").line();
    out.empty("meta", "name", "referrer", "content", "no-referrer").line();
    out.element("title", document.title()).line();
    out.empty("link", "rel", "icon", "href", "data:,").line();
    out.open("style").own(style).close().line();
    out.close().line();
  }

  private static void block(Markup out, Block block) {
    switch (block) {
      case Block.Heading heading -> out.element("h" + Math.max(2, heading.level()), heading.text());
      case Block.Lead lead -> lead(out, lead);
      case Block.Notice notice -> notice(out, notice);
      case Block.Table table -> HtmlTable.write(out, table);
      case Block.Paragraph paragraph -> {
        out.open("p", "class", "running");
        HtmlText.inlines(out, paragraph.content());
        out.close();
      }
      case Block.Numbered list -> numbered(out, list);
      case Block.Entries entries -> entries(out, entries.entries());
      case Block.Glossary glossary -> glossary(out, glossary);
      case Block.Figure figure -> figure(out, figure);
    }
    out.line();
  }

  private static void lead(Markup out, Block.Lead lead) {
    out.open("div", "class", "lead").open("p");
    out.element("b", "Primary result.").text(" " + lead.title()).close();
    out.open("dl");
    for (Document.Fact fact : lead.facts()) {
      out.open("div").element("dt", fact.label()).open("dd");
      HtmlText.inlines(out, List.of(fact.number()));
      out.close().close();
    }
    out.close().close();
  }

  private static void notice(Markup out, Block.Notice notice) {
    boolean warning = notice.tone() == Tone.WARNING;
    out.open("div", "class", warning ? "notice warning" : "notice", "role", "note");
    out.element("strong", warning ? "Warning" : "Note").text(" ");
    HtmlText.inlines(out, notice.content());
    out.close();
  }

  private static void numbered(Markup out, Block.Numbered list) {
    out.open("ol", "class", "numbered").line();
    for (int i = 0; i < list.items().size(); i++) {
      out.element("li", list.items().get(i), "id", list.name() + "-" + (i + 1)).line();
    }
    out.close();
  }

  private static void glossary(Markup out, Block.Glossary glossary) {
    out.open("details", "class", "glossary").element("summary", glossary.title());
    entries(out, glossary.entries());
    out.close();
  }

  private static void entries(Markup out, List<Document.Entry> entries) {
    out.open("dl", "class", "entries");
    for (Document.Entry entry : entries) {
      out.element("dt", entry.term());
      entry.lines().forEach(line -> out.element("dd", line));
      out.line();
    }
    out.close();
  }

  private static void figure(Markup out, Block.Figure figure) {
    out.open("figure", "id", figure.name());
    HtmlText.caption(out, "figcaption", figure.caption(), figure.name() + "-caption");
    out.open(
        "div",
        "class",
        "scroll",
        "tabindex",
        "0",
        "role",
        "region",
        "aria-labelledby",
        figure.name() + "-caption");
    out.open(
        "svg",
        "class",
        figure.drawing().width() > WIDE ? "drawing wide" : "drawing",
        "role",
        "group",
        "aria-labelledby",
        figure.name() + "-caption",
        "aria-describedby",
        figure.name() + "-words",
        "viewBox",
        SvgText.viewBox(figure.drawing()));
    out.line();
    new SvgText(true).shapes(out, figure.drawing());
    out.close().close();
    if (!figure.legend().isEmpty()) {
      out.element("p", figure.legend(), "class", "legend");
    }
    out.element("p", figure.alternative(), "class", "unseen", "id", figure.name() + "-words");
    out.close();
  }

  private static void imprint(Markup out, List<Imprint> imprint) {
    out.open("footer").element("h2", "How this report was made");
    out.open("dl", "class", "imprint");
    for (Imprint line : imprint) {
      out.element("dt", line.label()).element("dd", line.text()).line();
    }
    out.close().close().line();
    out.own("</main>").line();
  }
}
