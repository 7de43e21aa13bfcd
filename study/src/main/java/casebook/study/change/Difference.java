// SPDX-License-Identifier: Apache-2.0
package casebook.study.change;

/// A circumstance that differs between two runs.
///
/// @param cause which
/// @param before what it was, such as `spss14` or `participants.csv, 500 rows`
/// @param after what it is
public record Difference(Cause cause, String before, String after) {}
