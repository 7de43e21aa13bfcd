// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.stats.result.Estimate;
import casebook.study.finding.Contrast;
import casebook.study.finding.Statistic;
import casebook.study.report.Document.Block;
import casebook.study.report.Document.Inline;
import casebook.study.report.style.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says of each contrast, in one sentence, what the data can and cannot say: a difference,
/// equivalence within the declared margin, or neither. "No difference" is never said of a test that
/// found none.
///
/// @param numbers how numbers are printed
/// @param level confidence level
record ComparisonProse(Numbers numbers, double level) {

  /// One paragraph a contrast.
  List<Block> of(List<Contrast> contrasts) {
    List<Block> blocks = new ArrayList<>();
    for (Contrast contrast : contrasts) {
      blocks.add(new Block.Paragraph(sentence(contrast)));
    }
    return blocks;
  }

  private List<Inline> sentence(Contrast contrast) {
    String what = contrast.measured() + " " + contrast.words();
    String margin = margin(contrast);
    List<Inline> words = new ArrayList<>();
    switch (contrast.verdict(level)) {
      case DIFFERENCE -> {
        say(words, "There is a difference in " + what + ": ");
        effect(words, contrast);
        String within = ", and it is not shown to be smaller than the declared margin of ";
        say(words, margin.isEmpty() ? "." : within + margin + ".");
      }
      case SMALL_DIFFERENCE -> {
        say(words, "There is a difference in " + what + ", but it is smaller than the declared");
        say(words, " margin of " + margin + ": ");
        effect(words, contrast);
        equivalence(words, contrast);
        say(words, ".");
      }
      case EQUIVALENCE -> {
        say(words, "There is no difference in " + what + " beyond the declared margin of ");
        say(words, margin + ": ");
        effect(words, contrast);
        equivalence(words, contrast);
        say(words, "; ");
        detectable(words, contrast, "");
        say(words, ".");
      }
      case INCONCLUSIVE -> inconclusive(words, contrast, what, margin);
      case NOT_ESTIMABLE -> {
        String why = contrast.effect().whyNot();
        say(words, "Nothing can be said of " + what + (why.isEmpty() ? "." : ": " + why + "."));
      }
    }
    return words;
  }

  private void inconclusive(List<Inline> words, Contrast contrast, String what, String margin) {
    say(words, "The data leave open whether there is a difference in " + what + ": ");
    effect(words, contrast);
    if (margin.isEmpty()) {
      say(words, "; no margin of equivalence was declared");
    } else {
      say(words, "; that it is smaller than the declared margin of " + margin + " is not shown");
      equivalence(words, contrast);
    }
    say(words, "; ");
    detectable(words, contrast, "only ");
    say(words, ". This is not evidence of no difference.");
  }

  private static void say(List<Inline> words, String text) {
    words.add(new Inline.Text(text));
  }

  private void effect(List<Inline> words, Contrast contrast) {
    Statistic effect = contrast.effect();
    Estimate estimate = effect.estimate().orElseThrow();
    String path = effect.address().path();
    if (contrast.ratio()) {
      String text = numbers.sentence("ratio", estimate, effect.p()).orElseThrow();
      words.add(new Inline.Printed(text, path));
      return;
    }
    String unit = effect.unit().isEmpty() ? "" : " " + effect.unit();
    String p = effect.p().map(it -> ", " + numbers.pStatement(it)).orElse("");
    String interval = unit + " (" + Numbers.level(level) + "% CI ";
    String text = numbers.difference(estimate).replace(" (", interval);
    words.add(new Inline.Printed("difference " + text + p, path));
  }

  private void equivalence(List<Inline> words, Contrast contrast) {
    Optional<Statistic> test = contrast.equivalence().filter(it -> it.p().isPresent());
    test.ifPresent(it -> {
      say(words, " (equivalence test, ");
      words.add(new Inline.Printed(numbers.pStatement(it.p().orElseThrow()), it.address().path()));
      say(words, ")");
    });
  }

  private void detectable(List<Inline> words, Contrast contrast, String only) {
    Statistic detectable = contrast.detectable();
    if (detectable.estimate().isEmpty()) {
      say(words, "which difference could have been found is not known");
      return;
    }
    Estimate smallest = detectable.estimate().get();
    boolean ratio = contrast.ratio();
    String unit = detectable.unit().isEmpty() ? "" : " " + detectable.unit();
    say(words, "so many people with this spread would have shown ");
    say(words, only + (ratio ? "a ratio of " : "a difference of "));
    String text = ratio ? numbers.ratio(smallest) : numbers.difference(smallest) + unit;
    words.add(new Inline.Printed(text, detectable.address().path()));
    say(words, (ratio ? " (or its inverse)" : "") + " or more with a power of 80%");
  }

  private String margin(Contrast contrast) {
    if (contrast.margin().isEmpty()) {
      return "";
    }
    String text = numbers.quantity(Estimate.of(contrast.margin().getAsDouble()));
    String unit = contrast.effect().unit();
    return contrast.ratio() ? text + "-fold" : text + (unit.isEmpty() ? "" : " " + unit);
  }
}
