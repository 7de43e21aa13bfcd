// SPDX-License-Identifier: Apache-2.0
package casebook.study.check;

import java.util.List;

/// All checks.
public final class Checks {
  /// In the order in which they run; problems are sorted by place afterwards.
  public static final List<Check> ALL =
      List.of(
          new GroupsDeclared(),
          new LimitBeforeCohort(),
          new AskedOf(),
          new BeyondRange(),
          new CollinearCovariates(),
          new SetsDeclared(),
          new UnusedVariable());

  private Checks() {}
}
