// SPDX-License-Identifier: Apache-2.0
package casebook.study.finding;

import java.time.LocalDate;
import java.util.Optional;

/// What a run is done with, beside study and data.
///
/// @param profile the set of default methods
/// @param journal the name of the journal style, such as `plain` or `nejm`
/// @param level confidence level of intervals, between 0 and 1
/// @param seed seed of every random stream
/// @param threads how many threads may work; never changes a result
/// @param day the day on which the run happens, where it was given; dates after it are in the
///   future
public record Settings(
    Profile profile,
    String journal,
    double level,
    long seed,
    int threads,
    Optional<LocalDate> day) {
  public Settings {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level + " is not between 0 and 1");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads " + threads + " is below 1");
    }
  }

  /// The defaults: profile `casebook`, journal `plain`, level 0.95, seed 1, one thread.
  public static Settings standard() {
    return new Settings(Profile.CASEBOOK, "plain", 0.95, 1, 1, Optional.empty());
  }

  /// The same with another set of default methods.
  public Settings withProfile(Profile other) {
    return new Settings(other, journal, level, seed, threads, day);
  }
}
