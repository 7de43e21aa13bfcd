// SPDX-License-Identifier: Apache-2.0
package casebook.study.render;

import java.util.Locale;
import java.util.TimeZone;

/// A machine whose language folds letters otherwise and whose day has already begun.
final class Elsewhere {
  private Elsewhere() {}

  static void run(Runnable test) {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
      test.run();
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }
}
