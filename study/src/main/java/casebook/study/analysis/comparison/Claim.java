// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis.comparison;

import casebook.study.finding.Contrast.Verdict;
import casebook.study.language.Clause;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A conclusion as the study file declares it, and whether the numbers carry it.
///
/// @param text the conclusion
record Claim(Clause text) {
  private static final String VERBS =
      "affect|influence|alter|change|differ|depend|correlate|vary|relate|associate";

  /// Words that say that something has nothing to do with something else.
  private static final Pattern NO_EFFECT =
      Pattern.compile(
          "\\b(independent(ly)?|unrelated|unaffected|uncorrelated|unchanged|equivalent|identical"
              + "|irrespective of|regardless of|the same|no (significant |clear |relevant )?"
              + "(difference|effect|association|correlation|influence|impact|relation|relationship"
              + "|link|change)s?|without (effect|influence)"
              + "|(do|does|did|is|are|was|were|not be|cannot) ?not ("
              + VERBS
              + ")[a-z]*|(is|are|was|were) not (dependent|different))\\b",
          Pattern.CASE_INSENSITIVE);

  /// Says whether the words claim that there is no effect.
  boolean ofNoEffect() {
    return NO_EFFECT.matcher(text.words()).find();
  }

  /// What is wrong with the claim in the light of the contrasts; empty when they carry it, or when
  /// it claims an effect.
  ///
  /// @param verdicts one a contrast; empty where no test of equivalence exists
  Optional<String> warning(List<Verdict> verdicts) {
    if (!ofNoEffect()) {
      return Optional.empty();
    }
    String quoted = "The conclusion “" + text.words() + "” claims that there is no effect";
    if (verdicts.contains(Verdict.DIFFERENCE)) {
      return Optional.of(quoted + ", but the data show a difference.");
    }
    boolean shown =
        !verdicts.isEmpty()
            && verdicts.stream()
                .allMatch(it -> it == Verdict.EQUIVALENCE || it == Verdict.SMALL_DIFFERENCE);
    return shown
        ? Optional.empty()
        : Optional.of(
            quoted
                + ", but rests on a test that found none. That is not evidence of independence:"
                + " the interval says which effects remain possible, and equivalence within a"
                + " declared margin was not shown. “No difference was detected” can be said.");
  }
}
