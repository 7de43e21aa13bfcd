// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.protocol;

import casebook.study.language.Dictionary.Moment;
import casebook.study.language.Selection.Criterion;
import java.util.List;
import java.util.Optional;

/// What a study file says to the clinic.
///
/// @param eligibility who may be treated, in order
/// @param moments the measurements on a day that eligibility uses
/// @param measures what is measured and given
/// @param treatment how patients are treated and followed
/// @param response what counts as a response; empty: not declared
public record Protocol(
    List<Criterion> eligibility,
    List<Moment> moments,
    Measures measures,
    Treatment treatment,
    Optional<ResponseDefinition> response) {
  public Protocol {
    eligibility = List.copyOf(eligibility);
    moments = List.copyOf(moments);
  }

  /// A protocol whose eligibility uses no measurements.
  public Protocol(
      List<Criterion> eligibility,
      Measures measures,
      Treatment treatment,
      Optional<ResponseDefinition> response) {
    this(eligibility, List.of(), measures, treatment, response);
  }
}
