// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.sensitivity;

import casebook.study.finding.Address;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A way to estimate an odds ratio.
public enum Estimator {
  /// By maximum likelihood, with the interval of the profile of the paper.
  MAXIMUM_LIKELIHOOD("maximum likelihood", "By maximum likelihood"),
  /// By Firth's penalised likelihood, with its profile interval.
  FIRTH("Firth", "By Firth's penalised likelihood"),
  /// Given the sufficient statistics of the other terms, mid-P.
  EXACT("exact", "By exact conditional inference (mid-P)");

  private final String word;
  private final String sentence;

  Estimator(String word, String sentence) {
    this.word = word;
    this.sentence = sentence;
  }

  /// The word in the study file.
  public String word() {
    return word;
  }

  /// How a sentence begins that was estimated so.
  String sentence() {
    return sentence;
  }

  /// Its part of an address.
  String slug() {
    return Address.slug(word);
  }

  /// The words of all.
  static List<String> words() {
    return Arrays.stream(values()).map(Estimator::word).toList();
  }

  /// The estimator that a word names.
  static Optional<Estimator> find(String word) {
    return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
  }
}
