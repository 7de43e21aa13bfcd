// SPDX-License-Identifier: Apache-2.0
package casebook.study.language;

import casebook.study.problem.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Which data a study uses and how they are written.
///
/// @param file path relative to the study file's folder
/// @param sheet the sheet of a workbook; empty: the first that is not hidden
/// @param subject the variable that names a person
/// @param writing how numbers, dates and missing values are written
/// @param duplicates what a row that stands twice gets
/// @param asOf the day the data were closed; dates after it are in the future; empty: not declared
/// @param further what lies beside the data file: events, imputations
/// @param at the place of the `data` clause
public record DataFiles(
    String file,
    Optional<String> sheet,
    String subject,
    Writing writing,
    Duplicates duplicates,
    Optional<LocalDate> asOf,
    Further further,
    Span at) {

  /// Without anything beside the data file.
  public DataFiles(
      String file,
      Optional<String> sheet,
      String subject,
      Writing writing,
      Duplicates duplicates,
      Optional<LocalDate> asOf,
      Span at) {
    this(file, sheet, subject, writing, duplicates, asOf, Further.NOTHING, at);
  }

  /// What lies beside the data file.
  ///
  /// @param events the file of events, one row an event or a visit; empty: none
  /// @param imputations data sets in which missing values were filled in; empty: none
  public record Further(Optional<EventFile> events, Optional<Imputations> imputations) {
    /// No other file.
    public static final Further NOTHING = new Further(Optional.empty(), Optional.empty());
  }

  /// A file of events of the persons in the data file.
  ///
  /// @param file path relative to the study file's folder
  /// @param sheet the sheet of a workbook; empty: the first that is not hidden
  /// @param at the place
  public record EventFile(String file, Optional<String> sheet, Span at) {}

  /// Data sets of the same persons in which missing values were filled in elsewhere.
  ///
  /// @param files one file that holds all sets one below the other, or one file for each set
  /// @param by the header of the column that numbers the sets of the one file; empty: a file is a
  ///   set
  /// @param pooledFirst whether tables print the pooled numbers first and complete cases below
  /// @param at the place
  public record Imputations(List<String> files, Optional<String> by, boolean pooledFirst, Span at) {
    public Imputations {
      files = List.copyOf(files);
    }
  }

  /// The file of events, if there is one.
  public Optional<EventFile> events() {
    return further.events();
  }

  /// The imputations, if there are any.
  public Optional<Imputations> imputations() {
    return further.imputations();
  }

  /// The same writing of another file.
  ///
  /// @param name the other file's name
  public DataFiles named(String name) {
    return new DataFiles(name, sheet, subject, writing, duplicates, asOf, further, at);
  }

  /// The file of events, written as the data file is; nobody has a row of their own in it.
  public Optional<DataFiles> ofEvents() {
    return events()
        .map(it ->
            new DataFiles(
                it.file(), it.sheet(), "", writing, Duplicates.REFUSE, Optional.empty(), it.at()));
  }

  /// A file of imputations, written as the data file is; nobody has a row of their own in it.
  ///
  /// @param name one of the files of the imputations
  public DataFiles ofImputations(String name, Span at) {
    return new DataFiles(
        name, Optional.empty(), "", writing, Duplicates.REFUSE, Optional.empty(), at);
  }

  /// How cells are written.
  ///
  /// @param separator between fields
  /// @param decimal the decimal sign, `.` or `,`
  /// @param missing the texts that mean missing, beside the empty cell
  /// @param dates the order of day, month and year
  /// @param trimSpaces whether spaces around a value are dropped rather than refused
  public record Writing(
      char separator, char decimal, List<String> missing, DateOrder dates, boolean trimSpaces) {
    public Writing {
      missing = List.copyOf(missing);
    }

    /// The default: comma, point, nothing but the empty cell, ISO dates, spaces refused.
    public static Writing standard() {
      return new Writing(',', '.', List.of(), DateOrder.ISO, false);
    }
  }

  /// The order of the parts of a date.
  public enum DateOrder {
    ISO,
    DAY_MONTH_YEAR,
    MONTH_DAY_YEAR
  }

  /// What two rows of one person with the same content get; different content is always refused.
  public enum Duplicates {
    REFUSE,
    DROP
  }
}
