// SPDX-License-Identifier: Apache-2.0
package casebook.clinic.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/// Says an event in words: `platelets 18 ×10⁹/L on 1994-03-30`.
public final class EventWords {
  private EventWords() {}

  /// The event with its value as it was written, and its day.
  public static String of(Event event) {
    String time = event.entry().time().map(clock -> " " + clock).orElse("");
    return what(event) + " on " + event.day() + time;
  }

  private static String what(Event event) {
    return switch (event) {
      case Event.Measurement it -> it.name() + " " + it.quantity().written();
      case Event.Level it ->
          it.name() + " " + it.quantity().written() + beside(it.specimen()) + beside(it.assay());
      case Event.Dose it -> it.drug() + " " + plain(it.mgPerDay()) + " mg/d" + until(it.until());
      case Event.CoMedication it -> it.name() + until(it.until());
      case Event.Bleeding it -> it.severity().name().toLowerCase(Locale.ROOT) + " bleeding";
      case Event.Complication it ->
          it.name() + it.grade().map(grade -> " grade " + grade).orElse("") + until(it.until());
      case Event.Procedure it -> it.name();
      case Event.Death it -> "death" + (it.cause().isEmpty() ? "" : " (" + it.cause() + ")");
      case Event.Contact it -> "contact";
    };
  }

  private static String beside(Optional<String> words) {
    return words.map(it -> ", " + it).orElse("");
  }

  private static String until(Optional<LocalDate> last) {
    return last.map(day -> " until " + day).orElse("");
  }

  private static String plain(BigDecimal number) {
    BigDecimal bare = number.stripTrailingZeros();
    return bare.scale() < 0 ? bare.setScale(0).toPlainString() : bare.toPlainString();
  }
}
