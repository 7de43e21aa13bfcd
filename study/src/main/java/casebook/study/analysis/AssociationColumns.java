// SPDX-License-Identifier: Apache-2.0
package casebook.study.analysis;

/// Where the columns of an association stand: cases, controls, crude odds ratio, P, then one for
/// each covariate set.
final class AssociationColumns {
  /// The place of the P of the crude association.
  static final int P = 3;

  private AssociationColumns() {}

  /// The place of the odds ratios of a model, the crude one first.
  static int ofModel(int model) {
    return model == 0 ? P - 1 : P + model;
  }
}
