// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.protocol;

import casebook.clinic.protocol.ResponseDefinition.Condition;
import casebook.clinic.protocol.ResponseDefinition.Count;
import casebook.clinic.protocol.ResponseDefinition.Grade;
import casebook.clinic.protocol.ResponseDefinition.Response;
import casebook.clinic.protocol.ResponseDefinition.Sign;
import casebook.clinic.protocol.ResponseDefinition.Truth;
import casebook.study.problem.Problems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Tries a definition of response on the counts where it can change: just below, at and just above
/// each of its limits, with several counts before start, with and without bleeding. What is
/// ambiguous is shown with such a count.
final class ResponseHoles {
  private static final List<BigDecimal> BASELINES =
      Stream.of("5", "12", "20", "29").map(BigDecimal::new).toList();
  private static final BigDecimal STEP = BigDecimal.ONE;

  private final ResponseDefinition response;
  private final Problems problems;

  ResponseHoles(ResponseDefinition response, Problems problems) {
    this.response = response;
    this.problems = problems;
  }

  void look() {
    List<Count> counts = counts();
    if (!hole(counts)) {
      neverReached(counts);
      falling();
      course(counts);
    }
  }

  /// A count of which no grade holds.
  private boolean hole(List<Count> counts) {
    Optional<Count> hole =
        counts.stream().filter(count -> response.grade(count).isEmpty()).findFirst();
    hole.ifPresent(count ->
        problems.error(
            "protocol/response-hole",
            response.at(),
            "Nothing is said of " + words(count) + ": no grade of response holds.",
            "Write `no response: otherwise`, or mend the limits."));
    return hole.isPresent();
  }

  private void neverReached(List<Count> counts) {
    for (Grade grade : response.grades()) {
      if (counts.stream().noneMatch(it -> response.grade(it).orElseThrow() == grade.response())) {
        problems.error(
            "protocol/never-reached",
            grade.at(),
            "`"
                + grade.response().word()
                + "` can never be reached: "
                + example(grade, counts).orElse("its condition holds of no count")
                + ".",
            "Rules are read from the top, and the first that holds counts: put it higher, or mend"
                + " its limit.");
      }
    }
  }

  private Optional<String> example(Grade grade, List<Count> counts) {
    return counts.stream()
        .filter(it -> grade.condition().map(c -> c.holds(it) == Truth.YES).orElse(true))
        .findFirst()
        .map(it ->
            words(it)
                + " is `"
                + response.grade(it).orElseThrow().word()
                + "`, which stands above");
  }

  /// A higher count with a worse response.
  private void falling() {
    for (BigDecimal baseline : BASELINES) {
      List<Count> rising = values(baseline).map(it -> count(it, baseline, false)).toList();
      for (int i = 1; i < rising.size(); i++) {
        Response before = response.grade(rising.get(i - 1)).orElseThrow();
        Response here = response.grade(rising.get(i)).orElseThrow();
        if (here.compareTo(before) < 0) {
          problems.error(
              "protocol/response-falls",
              response.at(),
              words(rising.get(i - 1))
                  + " is `"
                  + before.word()
                  + "`, but the higher count of "
                  + rising.get(i).value().toPlainString()
                  + " is `"
                  + here.word()
                  + "`: the rules leave a hole there.",
              "Say to which response the count of "
                  + rising.get(i).value().toPlainString()
                  + " belongs.");
          return;
        }
      }
    }
  }

  /// A count that is a response and a loss, a response and a relapse, or neither.
  private void course(List<Count> counts) {
    Optional<Condition> relapse = response.course().relapse().map(it -> it.condition());
    both("lost", response.course().lost(), counts);
    both("relapse", relapse, counts);
    Optional<Condition> lost = response.course().lost();
    if (lost.isEmpty()) {
      return;
    }
    counts.stream()
        .filter(it -> response.grade(it).orElseThrow() == Response.NONE)
        .filter(it -> lost.get().holds(it) == Truth.NO)
        .findFirst()
        .ifPresent(it ->
            problems.warning(
                "protocol/neither-nor",
                lost.get().at(),
                words(it) + " is no response, and a response is not lost either.",
                "It stays a response until the count falls to the limit of `lost`."));
  }

  private void both(String word, Optional<Condition> condition, List<Count> counts) {
    if (condition.isEmpty()) {
      return;
    }
    counts.stream()
        .filter(it -> response.grade(it).orElseThrow() != Response.NONE)
        .filter(it -> condition.get().holds(it) == Truth.YES)
        .findFirst()
        .ifPresent(it ->
            problems.error(
                "protocol/both",
                condition.get().at(),
                words(it)
                    + " is both `"
                    + response.grade(it).orElseThrow().word()
                    + "` and `"
                    + word
                    + "`.",
                "Mend one of the limits, so that a count is one or the other."));
  }

  private String words(Count count) {
    String baseline =
        multiples()
            ? " with " + count.baseline().orElseThrow().toPlainString() + " before start"
            : "";
    return response.measure()
        + " "
        + count.value().toPlainString()
        + baseline
        + (count.bleeding() ? " and bleeding" : "");
  }

  private boolean multiples() {
    return signs().anyMatch(sign -> sign instanceof Sign.ThanBaseline);
  }

  private List<Count> counts() {
    List<Count> counts = new ArrayList<>();
    for (boolean bleeding : new boolean[] {false, true}) {
      for (BigDecimal baseline : BASELINES) {
        values(baseline).forEach(value -> counts.add(count(value, baseline, bleeding)));
      }
    }
    return counts;
  }

  private static Count count(BigDecimal value, BigDecimal baseline, boolean bleeding) {
    return new Count(value, Optional.of(baseline), bleeding, false);
  }

  private Stream<BigDecimal> values(BigDecimal baseline) {
    TreeSet<BigDecimal> values = new TreeSet<>(List.of(BigDecimal.ZERO));
    signs()
        .forEach(sign -> {
          Optional<BigDecimal> limit =
              switch (sign) {
                case Sign.Than than -> Optional.of(than.value());
                case Sign.ThanBaseline than -> Optional.of(than.times().multiply(baseline));
                case Sign.Bleeding bleeding -> Optional.empty();
                case Sign.Rescue rescue -> Optional.empty();
              };
          limit.ifPresent(it ->
              values.addAll(List.of(it.subtract(STEP).max(BigDecimal.ZERO), it, it.add(STEP))));
        });
    return values.stream();
  }

  private Stream<Sign> signs() {
    return Stream.of(
            response.grades().stream().flatMap(grade -> grade.condition().stream()),
            response.course().lost().stream(),
            response.course().relapse().stream().map(it -> it.condition()))
        .flatMap(conditions -> conditions)
        .flatMap(condition -> condition.anyOf().stream())
        .flatMap(List::stream);
  }
}
