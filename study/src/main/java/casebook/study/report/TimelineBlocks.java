// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.study.finding.Finding.Timelines;
import casebook.study.finding.TimelineFrame;
import casebook.study.report.Document.Block;
import casebook.study.report.figure.CourseFigure;
import casebook.study.report.figure.CourseWords;
import casebook.study.report.figure.FigurePage;
import casebook.study.report.figure.SwimmerFigure;
import casebook.study.report.style.Numbers;
import java.util.ArrayList;
import java.util.List;

/// Figures of patients one by one, a page each, with the data of all in the file beside the first.
///
/// @param timelines the patients, at least one
/// @param numbers how values are printed
/// @param note a sentence that belongs under every figure; may be empty
record TimelineBlocks(Timelines timelines, Numbers numbers, String note) {
  /// What is said where nobody can be drawn.
  static final String NOBODY = "No patient can be drawn: nobody who was chosen has a first dose.";

  /// The pages of the figure, not yet numbered.
  List<Block> figures() {
    CourseWords words = new CourseWords(timelines, numbers);
    List<String> legend = new ArrayList<>(List.of(words.legend()));
    legend.addAll(timelines.heading().notes());
    legend.add(note);
    boolean course = timelines.frame().kind() == TimelineFrame.Kind.COURSE;
    String name = course ? "course" : "swimmer";
    String title = timelines.heading().title();
    List<Block> blocks = new ArrayList<>();
    List<FigurePage> pages =
        course ? CourseFigure.of(timelines, numbers) : SwimmerFigure.of(timelines, numbers);
    for (FigurePage page : pages) {
      boolean first = blocks.isEmpty();
      blocks.add(
          new Block.Figure(
              name,
              title,
              first ? String.join(" ", legend).strip() : note,
              words.alternative(page.patients()),
              page.drawing(),
              first ? new TimelineRows(timelines).all() : List.of(),
              blocks.size() + 1));
    }
    return blocks;
  }
}
