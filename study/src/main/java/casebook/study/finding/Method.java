// SPDX-License-Identifier: Apache-2.0
package casebook.study.finding;

import org.jspecify.annotations.Nullable;

/// How a number was made.
///
/// @param name the estimator or test, such as `sample odds ratio`
/// @param interval how its interval was made, such as `Wald (Woolf)`; empty without an interval
/// @param definition one or two sentences a clinician understands: what this number says
/// @param reference the paper or book, with page where known
/// @param settings the method record as text, such as `Logistic[maxIterations=50, ...]`; may be
///   empty
public record Method(
    String name, String interval, String definition, String reference, String settings) {

  /// The same method with other settings.
  public Method withSettings(String text) {
    return new Method(name, interval, definition, reference, text);
  }

  // written out, as the generated ones must be made anew at each start

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Method method
        && name.equals(method.name)
        && interval.equals(method.interval)
        && settings.equals(method.settings)
        && definition.equals(method.definition)
        && reference.equals(method.reference);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + interval.hashCode();
  }
}
