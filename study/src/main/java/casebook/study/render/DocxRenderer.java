// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import casebook.study.report.Document;
import casebook.study.report.Document.Block;
import casebook.study.report.Document.Entry;
import casebook.study.report.Document.Fact;
import casebook.study.report.Document.Imprint;
import casebook.study.report.Document.Tone;
import java.util.List;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;

/// The paper as a Word file, `report.docx`, to be edited: tables are tables, captions count
/// themselves, figures are vectors.
final class DocxRenderer implements Renderer {
  @Override
  public String format() {
    return "docx";
  }

  @Override
  public List<OutputFile> render(Document document) {
    WordFile file = WordFile.begin(document.title(), document.byline());
    file.paragraph("Eyebrow", "Study report");
    file.paragraph("Title", document.title());
    file.paragraph("Byline", document.byline());
    document.blocks().forEach(block -> block(file, block));
    imprint(file, document.imprint());
    return List.of(new OutputFile("report.docx", file.bytes()));
  }

  private static void block(WordFile file, Block block) {
    switch (block) {
      case Block.Heading heading -> heading(file, heading);
      case Block.Lead lead -> lead(file, lead);
      case Block.Notice notice -> notice(file, notice);
      case Block.Table table -> WordTable.write(file, table);
      case Block.Paragraph paragraph ->
          WordText.inlines(file.paragraph("Running"), paragraph.content());
      case Block.Numbered list -> numbered(file, list);
      case Block.Entries entries -> entries.entries().forEach(entry -> entry(file, entry));
      case Block.Glossary glossary -> {}
      case Block.Figure figure -> WordFigure.write(file, figure);
    }
  }

  private static void heading(WordFile file, Block.Heading heading) {
    CTP paragraph = file.paragraph("Heading" + Math.max(1, heading.level() - 1));
    WordText.plain(paragraph, heading.text());
    if (heading.level() == 1) {
      paragraph.getPPr().addNewPageBreakBefore();
    }
  }

  private static void lead(WordFile file, Block.Lead lead) {
    CTP title = file.paragraph("LeadTitle");
    WordText.bold(title, "Primary result.");
    WordText.plain(title, " " + lead.title());
    for (Fact fact : lead.facts()) {
      CTP line = file.paragraph("Lead");
      WordText.styled(line, fact.label(), "Quiet");
      WordText.tab(line);
      WordText.styled(line, fact.number().text(), "LeadNumber");
    }
    file.paragraph("LeadEnd");
  }

  private static void notice(WordFile file, Block.Notice notice) {
    boolean warning = notice.tone() == Tone.WARNING;
    CTP paragraph = file.paragraph(warning ? "Warning" : "Notice");
    WordText.bold(paragraph, warning ? "Warning." : "Note.");
    WordText.plain(paragraph, " ");
    WordText.inlines(paragraph, notice.content());
  }

  private static void numbered(WordFile file, Block.Numbered list) {
    for (int i = 0; i < list.items().size(); i++) {
      CTP item = file.paragraph("Numbered");
      WordText.plain(item, (i + 1) + ".");
      WordText.tab(item);
      WordText.plain(item, list.items().get(i));
    }
  }

  private static void entry(WordFile file, Entry entry) {
    file.paragraph("Term", entry.term());
    for (int i = 0; i < entry.lines().size(); i++) {
      file.paragraph(i == 0 ? "Entry" : "EntryNote", entry.lines().get(i));
    }
  }

  private static void imprint(WordFile file, List<Imprint> imprint) {
    file.paragraph("Heading1", "How this report was made");
    for (int i = 0; i < imprint.size(); i++) {
      Imprint line = imprint.get(i);
      CTP paragraph = file.paragraph("Imprint");
      if (i + 1 < imprint.size()) {
        paragraph.getPPr().addNewKeepNext();
      }
      WordText.styled(paragraph, line.label(), "Quiet");
      WordText.tab(paragraph);
      WordText.plain(paragraph, line.text());
    }
  }
}
