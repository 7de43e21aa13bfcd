// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.survival;

import casebook.study.analysis.provenance.Covariate.Coding;
import java.util.Arrays;
import java.util.Optional;

/// What makes groups, as the study file says it: `sex`, `snp309 as dominant`.
///
/// @param name the variable
/// @param coding how a genotype makes groups; empty when the word is not known
/// @param coded whether a coding was written
record GroupWords(String name, Optional<Coding> coding, boolean coded) {
  private static final String AS = " as ";

  static GroupWords of(String words) {
    int at = words.lastIndexOf(AS);
    if (at < 0) {
      return new GroupWords(words, Optional.of(Coding.AS_DECLARED), false);
    }
    String word = words.substring(at + AS.length()).strip();
    Optional<Coding> coding =
        Arrays.stream(Coding.values())
            .filter(it -> it != Coding.AS_DECLARED && it.word().equals(word))
            .findFirst();
    return new GroupWords(words.substring(0, at).strip(), coding, true);
  }

  boolean understood() {
    return coding.isPresent();
  }
}
