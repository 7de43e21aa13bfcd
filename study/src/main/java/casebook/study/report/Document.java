// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.study.report.figure.Drawing;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A paper that has no format yet: what is said, in which order, with every number in its printed
/// form. Renderers turn it into bytes and decide nothing about content.
///
/// @param title the paper's title
/// @param byline how it was made, in a line
/// @param blocks its content, in order
/// @param explanations for each address that is shown, what stands behind the number
/// @param numbers every number of the paper at full precision, each address once
/// @param references the literature behind its methods, in the order in which they are numbered
/// @param imprint what the reader should know about how it was made: version, profile, journal
///   style, digests; label and text, in order
public record Document(
    String title,
    String byline,
    List<Block> blocks,
    Map<String, Explanation> explanations,
    List<Shown> numbers,
    List<Reference> references,
    List<Imprint> imprint) {
  public Document {
    blocks = List.copyOf(blocks);
    explanations = Collections.unmodifiableMap(new LinkedHashMap<>(explanations));
    numbers = List.copyOf(numbers);
    references = List.copyOf(references);
    imprint = List.copyOf(imprint);
  }

  /// A line of the imprint.
  public record Imprint(String label, String text) {}

  /// A part of the paper.
  public sealed interface Block {
    /// A heading.
    ///
    /// @param level 1 for a part that begins a new page on paper, 2 for a section, 3 below it
    record Heading(int level, String text) implements Block {}

    /// The primary result, before anything else.
    ///
    /// @param title what was asked
    /// @param facts the numbers that answer, in order
    record Lead(String title, List<Fact> facts) implements Block {
      public Lead {
        facts = List.copyOf(facts);
      }
    }

    /// Something the reader must not miss: reconstructed data, a number not to be trusted.
    record Notice(Tone tone, List<Inline> content) implements Block {
      public Notice {
        content = List.copyOf(content);
      }
    }

    /// A table with three rules.
    ///
    /// @param name slug, the name of its CSV file
    /// @param caption with its number: `Table 1. Characteristics of cases and controls`
    /// @param head the column heads, the first above the row labels
    /// @param rows the rows
    /// @param footnotes in the order of their marks
    record Table(
        String name, String caption, List<Head> head, List<Line> rows, List<Footnote> footnotes)
        implements Block {
      public Table {
        head = List.copyOf(head);
        rows = List.copyOf(rows);
        footnotes = List.copyOf(footnotes);
      }

      /// Says whether the table belongs to the supplement, which a screen may fold; its name then
      /// begins with `table-s`, or is `strobe` or `strega`.
      public boolean supplementary() {
        return name.startsWith("table-s") || name.equals("strobe") || name.equals("strega");
      }
    }

    /// A paragraph of running text.
    record Paragraph(List<Inline> content) implements Block {
      public Paragraph {
        content = List.copyOf(content);
      }
    }

    /// A numbered list, from 1.
    ///
    /// @param name slug; the place of an item is `NAME-NUMBER`
    record Numbered(String name, List<String> items) implements Block {
      public Numbered {
        items = List.copyOf(items);
      }
    }

    /// A list of terms with what is to be said about each.
    record Entries(List<Entry> entries) implements Block {
      public Entries {
        entries = List.copyOf(entries);
      }
    }

    /// Terms that are looked up and not read through: a page on the screen folds them, paper leaves
    /// them out.
    ///
    /// @param title what they are
    record Glossary(String title, List<Entry> entries) implements Block {
      public Glossary {
        entries = List.copyOf(entries);
      }
    }

    /// A figure.
    ///
    /// @param name slug, the name of its SVG file
    /// @param caption with its number
    /// @param legend how to read it, printed below; may be empty
    /// @param alternative what the figure shows, in words, for those who cannot see it
    /// @param drawing the drawing
    /// @param data what is drawn, for the file beside it: its head and its rows; may be empty
    /// @param page which page of the figure this is, from 1
    record Figure(
        String name,
        String caption,
        String legend,
        String alternative,
        Drawing drawing,
        List<List<String>> data,
        int page)
        implements Block {
      public Figure {
        data = data.stream().map(List::copyOf).toList();
      }

      /// Makes a figure of one page without a file of its data.
      public Figure(
          String name, String caption, String legend, String alternative, Drawing drawing) {
        this(name, caption, legend, alternative, drawing, List.of(), 1);
      }
    }
  }

  /// A number with its label.
  public record Fact(String label, Inline.Printed number) {}

  /// A term and what is to be said about it, one or more lines.
  public record Entry(String term, List<String> lines) {
    public Entry {
      lines = List.copyOf(lines);
    }
  }

  /// How grave a notice is.
  public enum Tone {
    NOTE,
    WARNING
  }

  /// A column head.
  ///
  /// @param text such as `Cases (n = 244)`
  /// @param marks marks of its footnotes
  public record Head(String text, List<String> marks) {
    public Head {
      marks = List.copyOf(marks);
    }
  }

  /// A row of a table.
  ///
  /// @param label its head
  /// @param unit shown beside the label in a quieter hand; may be empty
  /// @param indent 0 or 1
  /// @param marks marks of the footnotes that hold for the whole row
  /// @param cells one for each column after the first
  public record Line(
      String label, String unit, int indent, List<String> marks, List<TableCell> cells) {
    public Line {
      marks = List.copyOf(marks);
      cells = List.copyOf(cells);
    }
  }

  /// A place in a table.
  ///
  /// @param content text and numbers
  /// @param marks marks of its footnotes
  public record TableCell(List<Inline> content, List<String> marks) {
    public TableCell {
      content = List.copyOf(content);
      marks = List.copyOf(marks);
    }
  }

  /// A footnote under a table.
  ///
  /// @param mark its mark; empty for a note on the whole table
  public record Footnote(String mark, String text) {}

  /// A piece of a line.
  public sealed interface Inline {
    /// Words.
    record Text(String text) implements Inline {}

    /// A printed number that explains itself: one unbroken text in one element.
    ///
    /// @param text as printed, such as `6.3 (1.4–28.5)`
    /// @param address its address
    record Printed(String text, String address) implements Inline {}

    /// Words that lead to another place of the paper.
    ///
    /// @param text as printed, such as `Table 1`
    /// @param place the name of a table or figure, or of an item of a numbered list
    record Link(String text, String place) implements Inline {}
  }
}
