// SPDX-License-Identifier: Apache-2.0
package casebook.study.report.figure;

import casebook.study.finding.PatientCourse;
import java.util.List;

/// A page of a figure that draws patients one by one.
///
/// @param patients those on the page, in order
/// @param drawing the page
public record FigurePage(List<PatientCourse> patients, Drawing drawing) {
  /// The width of a page of a journal with two columns, 180 mm.
  static final double WIDTH = 510;

  /// The most that a page takes, with caption and legend below.
  static final double HEIGHT = 655;

  public FigurePage {
    patients = List.copyOf(patients);
  }
}
