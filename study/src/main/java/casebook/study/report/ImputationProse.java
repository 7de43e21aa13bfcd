// SPDX-License-Identifier: Apache-2.0
package casebook.study.report;

import casebook.stats.result.Estimate;
import casebook.study.finding.Finding;
import casebook.study.finding.Method;
import casebook.study.finding.Statistic;
import casebook.study.report.style.Numbers;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What the methods section says of missing values that were filled in.
///
/// @param pooled the odds ratios over imputed data sets
/// @param numbers how numbers are printed
record ImputationProse(List<Statistic> pooled, Numbers numbers) {
  ImputationProse {
    pooled = List.copyOf(pooled);
  }

  /// The pooled odds ratios of some tables.
  static ImputationProse of(List<Finding.Estimates> tables, Numbers numbers) {
    return new ImputationProse(
        tables.stream()
            .flatMap(table -> MethodList.statistics(table).stream())
            .filter(ImputationProse::isPooled)
            .toList(),
        numbers);
  }

  /// Says whether a number is pooled over imputed data sets.
  static boolean isPooled(Statistic statistic) {
    return statistic.address().path().contains(".imputed.");
  }

  boolean isEmpty() {
    return pooled.isEmpty();
  }

  void add(Prose prose) {
    Statistic first = pooled.getFirst();
    List<String> files = first.basis().data();
    prose.sentence(
        "Missing values had been filled in by multiple imputation elsewhere ("
            + numbers.count(first.basis().counts().getOrDefault("imputations", 0L))
            + " data sets, "
            + String.join(", ", files.subList(Math.min(1, files.size()), files.size()))
            + "; the authors describe the imputation model). Who takes part and in which group was"
            + " decided on what was observed; variables and limits made from others were made anew in"
            + " each data set. Crude and adjusted odds ratios were estimated in each as in complete"
            + " cases, and pooled on the logarithmic scale by Rubin's rules, with limits and P values from the t distribution"
            + " with the degrees of freedom of Barnard and Rubin");
    prose.cite(first.method().reference()).say(".");
    shares().ifPresent(prose::sentence);
    prose.sentence(
        "Complete cases stand beside them; every other number rests on everybody whose values it"
            + " needs are known.");
  }

  /// The methods of which this prose speaks.
  Set<Method> methods() {
    Set<Method> methods = new LinkedHashSet<>();
    pooled.forEach(statistic -> methods.add(statistic.method()));
    return methods;
  }

  private Optional<String> shares() {
    List<Double> missing = beside("missing_information");
    List<Double> error = beside("monte_carlo_error");
    if (missing.isEmpty() || error.isEmpty()) {
      return Optional.empty();
    }
    String least = numbers.number(missing.getFirst());
    String most = numbers.number(missing.getLast());
    return Optional.of(
        "The fraction of missing information was "
            + (least.equals(most) ? most : least + " to " + most)
            + ", the Monte Carlo error of the logarithm of an odds ratio at most "
            + numbers.number(error.getLast())
            + ".");
  }

  /// The numbers of one kind beside the pooled odds ratios, rising.
  private List<Double> beside(String kind) {
    return pooled.stream()
        .flatMap(statistic -> statistic.basis().others().stream())
        .filter(other -> other.statistic().statistic().equals(kind))
        .flatMap(other -> other.statistic().estimate().stream())
        .map(Estimate::value)
        .sorted()
        .toList();
  }
}
