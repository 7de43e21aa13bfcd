// SPDX-License-Identifier: Apache-2.0
package casebook.study.finding;

/// How a number was made.
///
/// @param name the estimator or test, such as `sample odds ratio`
/// @param interval how its interval was made, such as `Wald (Woolf)`; empty without an interval
/// @param definition one or two sentences a clinician understands: what this number says
/// @param reference the paper or book, with page where known
/// @param settings the method record as text, such as `Logistic[maxIterations=50, ...]`; may be
///   empty
public record Method(
    String name, String interval, String definition, String reference, String settings) {}
