// SPDX-License-Identifier: Apache-2.0
package casebook.study.change;

import java.util.Locale;

/// What can make a number differ between two runs.
public enum Cause {
  /// The data files have other content.
  DATA("the data"),
  /// The study file has other content.
  STUDY("the study file"),
  /// Another set of default methods.
  PROFILE("the profile"),
  /// Another confidence level.
  LEVEL("the confidence level"),
  /// Another journal style: the same number, printed otherwise.
  JOURNAL("the journal style"),
  /// Another seed of the random streams.
  SEED("the seed"),
  /// Another day of the run.
  DAY("the day of the run"),
  /// Another version of Casebook.
  VERSION("the version of Casebook");

  private final String words;

  Cause(String words) {
    this.words = words;
  }

  /// The cause in a sentence, such as `the data`.
  public String words() {
    return words;
  }

  /// The cause as a word of a file, such as `data`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
