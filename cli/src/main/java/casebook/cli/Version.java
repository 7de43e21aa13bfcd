// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

import java.util.Objects;

/// The version of this program.
final class Version {
  private Version() {}

  /// The version from the jar; `development` when the classes do not come from one.
  static String number() {
    return Objects.requireNonNullElse(
        Version.class.getPackage().getImplementationVersion(), "development");
  }
}
