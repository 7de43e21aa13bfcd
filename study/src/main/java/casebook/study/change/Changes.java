// SPDX-License-Identifier: Apache-2.0
package casebook.study.change;

import casebook.stats.result.Estimate;
import casebook.stats.result.Interval;
import casebook.study.finding.Findings.DataFile;
import casebook.study.finding.Method;
import casebook.study.finding.Statistic;
import casebook.study.render.StoredFindings;
import casebook.study.render.StoredFindings.Circumstances;
import casebook.study.report.Shown;
import casebook.study.report.style.Numbers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What changed between two runs.
///
/// A number has changed when its value, a limit, its p-value, its printed text or the reason for
/// its absence has. Its causes are read from what both runs say of it: method, level, rows and
/// counts; what these do not settle is put down to all circumstances that differ.
///
/// @param differences the circumstances that differ, in the order of `Cause`
/// @param numbers the numbers that changed, appeared or vanished, in the order of the later paper;
///   those that vanished stand last
/// @param same how many numbers are the same
public record Changes(List<Difference> differences, List<NumberChange> numbers, int same) {
  public Changes {
    differences = List.copyOf(differences);
    numbers = List.copyOf(numbers);
  }

  /// Compares two runs.
  public static Changes between(StoredFindings before, StoredFindings after) {
    List<Difference> differences = differences(before, after);
    Set<Cause> open =
        differences.stream()
            .map(Difference::cause)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Cause.class)));
    Set<String> addresses = new LinkedHashSet<>(after.numbers().keySet());
    addresses.addAll(before.numbers().keySet());
    List<NumberChange> numbers = new ArrayList<>();
    for (String address : addresses) {
      Optional<Shown> was = Optional.ofNullable(before.numbers().get(address));
      Optional<Shown> is = Optional.ofNullable(after.numbers().get(address));
      if (was.isEmpty() || is.isEmpty() || !alike(was.get(), is.get())) {
        numbers.add(new NumberChange(address, was, is, causes(was, is, open)));
      }
    }
    return new Changes(differences, numbers, addresses.size() - numbers.size());
  }

  /// The numbers that became so.
  public List<NumberChange> of(NumberChange.Kind kind) {
    return numbers.stream().filter(number -> number.kind() == kind).toList();
  }

  private static List<Difference> differences(StoredFindings before, StoredFindings after) {
    List<Difference> found = new ArrayList<>();
    if (!digests(before.data()).equals(digests(after.data()))) {
      found.add(new Difference(Cause.DATA, files(before.data()), files(after.data())));
    }
    if (!before.study().sha256().equals(after.study().sha256())) {
      found.add(new Difference(Cause.STUDY, file(before), file(after)));
    }
    Circumstances was = before.circumstances();
    Circumstances is = after.circumstances();
    add(found, Cause.PROFILE, was.profile(), is.profile());
    add(found, Cause.LEVEL, Numbers.exact(was.level()), Numbers.exact(is.level()));
    add(found, Cause.JOURNAL, was.journal(), is.journal());
    add(found, Cause.SEED, Long.toString(was.seed()), Long.toString(is.seed()));
    add(found, Cause.DAY, was.day().orElse("not given"), is.day().orElse("not given"));
    add(found, Cause.VERSION, was.version(), is.version());
    return found;
  }

  private static void add(List<Difference> found, Cause cause, String was, String is) {
    if (!was.equals(is)) {
      found.add(new Difference(cause, was, is));
    }
  }

  private static List<String> digests(List<DataFile> files) {
    return files.stream().map(DataFile::sha256).toList();
  }

  private static String files(List<DataFile> files) {
    return files.stream()
        .map(file -> file.file() + ", " + file.rows() + " rows, " + digest(file.sha256()))
        .collect(Collectors.joining("; "));
  }

  private static String file(StoredFindings stored) {
    return stored.study().file() + ", " + digest(stored.study().sha256());
  }

  private static String digest(String sha256) {
    return "SHA-256 " + sha256.substring(0, Math.min(8, sha256.length())) + "…";
  }

  private static boolean alike(Shown was, Shown is) {
    return sameNumber(was.statistic(), is.statistic()) && was.printed().equals(is.printed());
  }

  private static boolean sameNumber(Statistic was, Statistic is) {
    return was.estimate().equals(is.estimate())
        && was.p().equals(is.p())
        && was.whyNot().equals(is.whyNot());
  }

  private static List<Cause> causes(Optional<Shown> was, Optional<Shown> is, Set<Cause> open) {
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    if (was.isEmpty() || is.isEmpty()) {
      causes.addAll(some(open, Cause.DATA, Cause.STUDY, Cause.PROFILE));
    } else {
      causes.addAll(settled(was.get().statistic(), is.get().statistic(), open));
    }
    if (causes.isEmpty()) {
      causes.addAll(open.contains(Cause.SEED) && !random(is) ? without(open) : open);
    }
    return List.copyOf(causes);
  }

  /// The causes that the number itself names.
  private static Set<Cause> settled(Statistic was, Statistic is, Set<Cause> open) {
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    if (sameNumber(was, is)) {
      causes.addAll(some(open, Cause.JOURNAL));
      return causes;
    }
    if (!was.method().equals(is.method()) && !sameRecipe(was.method(), is.method())) {
      causes.addAll(some(open, Cause.PROFILE));
    }
    if (!level(was).equals(level(is))) {
      causes.addAll(some(open, Cause.LEVEL));
    }
    boolean people =
        !was.basis().rows().equals(is.basis().rows())
            || !was.basis().counts().equals(is.basis().counts());
    if (people || causes.isEmpty()) {
      causes.addAll(some(open, Cause.DATA, Cause.STUDY));
    }
    return causes;
  }

  private static boolean sameRecipe(Method was, Method is) {
    return was.name().equals(is.name())
        && was.interval().equals(is.interval())
        && was.settings().equals(is.settings());
  }

  private static Optional<Double> level(Statistic statistic) {
    return statistic.estimate().flatMap(Estimate::interval).map(Interval::level);
  }

  private static Set<Cause> some(Set<Cause> open, Cause... wanted) {
    Set<Cause> some = EnumSet.noneOf(Cause.class);
    for (Cause cause : wanted) {
      if (open.contains(cause)) {
        some.add(cause);
      }
    }
    return some;
  }

  private static boolean random(Optional<Shown> shown) {
    return shown.filter(it -> it.statistic().method().settings().contains("seed")).isPresent();
  }

  private static Set<Cause> without(Set<Cause> open) {
    Set<Cause> rest = EnumSet.copyOf(open);
    rest.remove(Cause.SEED);
    return rest;
  }

  /// The numbers grouped by what became of them and by cause, in order.
  public Map<List<Cause>, List<NumberChange>> byCause(NumberChange.Kind kind) {
    return of(kind).stream()
        .collect(
            Collectors.groupingBy(NumberChange::causes, LinkedHashMap::new, Collectors.toList()));
  }
}
