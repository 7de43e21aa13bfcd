// SPDX-License-Identifier: Apache-2.0
package casebook.study.cohort;

/// Something the data manager should look at: a failed check, an unknown that mattered.
///
/// @param file the data file
/// @param line line of the row, from 1
/// @param subject the person's id as in the data; written to `queries.csv` only
/// @param variable the variables concerned, as named in the study file
/// @param kind `check` or `unknown`
/// @param message what is wrong
public record Query(
    String file, int line, String subject, String variable, String kind, String message) {}
