// SPDX-License-Identifier: Apache-2.0
package casebook.study.unit;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads units as a clinic writes them, and as UCUM writes them.
///
/// Source: Schadow, McDonald, The Unified Code for Units of Measure, version 2.1, 2017. Differs
/// from: UCUM reads `AU` as the astronomical unit, `l` and `L` alike, and asks brackets around
/// `[iU]`; here `AU` is arbitrary units, and `IU`, `x10^9/L`, `10E9/L`, `G/L` and `mcmol/L` are
/// read too.
public final class Units {
  private static final Pattern POWER =
      Pattern.compile("^[x×]?\\s*10(?:\\s*[\\^*]\\s*|\\*\\*|[eE]\\+?)(\\d{1,2})\\s*[x×.·*]?\\s*");
  private static final Pattern EXPONENT = Pattern.compile("^([^0-9]+?)\\^?([23])$");
  private static final int LONGEST = 40;

  private Units() {}

  /// Reads a unit; empty when the words are not a unit.
  ///
  /// @param words such as `years`, `percent`, `x10^9/L`, `µmol/L`, `mg/kg/d`, `AU`
  public static Optional<Unit> read(String words) {
    String text = words.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      return Optional.empty();
    }
    Optional<Unit> word = UnitAtoms.word(text);
    return word.isPresent() ? word : compound(plain(text)).map(Units::canonical);
  }

  /// The units that people write most, for finding the nearest one.
  public static List<String> common() {
    return UnitAtoms.COMMON;
  }

  /// One spelling for the signs that have many: both micro signs, superscripts, the product dot.
  private static String plain(String text) {
    String plain = text.replace('\u00b5', 'u').replace('\u03bc', 'u');
    for (Map.Entry<String, String> sign : UnitAtoms.SIGNS.entrySet()) {
      plain = plain.replace(sign.getKey(), sign.getValue());
    }
    return plain;
  }

  private static Optional<Unit> compound(String text) {
    Matcher power = POWER.matcher(text);
    int ten = 0;
    String rest = text;
    if (power.find()) {
      ten = Integer.parseInt(power.group(1));
      rest = text.substring(power.end());
    }
    Parts parts = new Parts(Math.pow(10, ten));
    String[] pieces = rest.split("/", -1);
    boolean read = pieces[0].isBlank() ? pieces.length > 1 : parts.product(pieces[0], false);
    for (int i = 1; read && i < pieces.length; i++) {
      read = parts.product(pieces[i], true);
    }
    return read ? Optional.of(parts.unit(ten)) : Optional.empty();
  }

  /// Counts a volume of 10⁹ and 10¹² per litre have one code, however they were written.
  private static Unit canonical(Unit unit) {
    Unit giga = UnitAtoms.GIGA_PER_LITRE;
    Unit tera = UnitAtoms.TERA_PER_LITRE;
    return unit.sameScale(giga) ? giga : unit.sameScale(tera) ? tera : unit;
  }

  /// The parts of a compound unit while it is read.
  private static final class Parts {
    private final List<String> codesAbove = new ArrayList<>();
    private final List<String> codesBelow = new ArrayList<>();
    private final List<String> above = new ArrayList<>();
    private final List<String> below = new ArrayList<>();
    private double factor;

    private Parts(double factor) {
      this.factor = factor;
    }

    private boolean product(String piece, boolean divide) {
      for (String one : piece.strip().split("[.·]")) {
        if (!atom(one.strip(), divide)) {
          return false;
        }
      }
      return true;
    }

    private boolean atom(String text, boolean divide) {
      if (text.equals("cells") || text.equals("cell")) {
        return !divide;
      }
      Matcher exponent = EXPONENT.matcher(text);
      int times = 1;
      String name = text;
      if (exponent.matches()) {
        times = Integer.parseInt(exponent.group(2));
        name = exponent.group(1);
      }
      Optional<UnitAtoms.Atom> found = UnitAtoms.find(name);
      if (found.isEmpty()) {
        return false;
      }
      UnitAtoms.Atom atom = found.get();
      for (int i = 0; i < times; i++) {
        (divide ? below : above).add(atom.dimension());
        factor = divide ? factor / atom.factor() : factor * atom.factor();
      }
      (divide ? codesBelow : codesAbove).add(atom.code() + (times > 1 ? times : ""));
      return true;
    }

    private Unit unit(int ten) {
      String codes = String.join(".", codesAbove) + over(codesBelow);
      String code = ten == 0 ? codes : "10*" + ten + (codesAbove.isEmpty() ? "" : ".") + codes;
      String printed =
          (ten == 0 ? "" : "×10" + UnitAtoms.superscript(ten) + (codesAbove.isEmpty() ? "" : " "))
              + UnitAtoms.printed(codes);
      // 14 digits: a product of powers of ten is a power of ten again
      double rounded = BigDecimal.valueOf(factor).round(new MathContext(14)).doubleValue();
      return new Unit(code, printed, dimension(), rounded);
    }

    private String dimension() {
      String top = String.join("·", above.stream().sorted().toList());
      return (top.isEmpty() ? "1" : top) + over(below.stream().sorted().toList());
    }

    private static String over(List<String> names) {
      return names.isEmpty() ? "" : "/" + String.join("/", names);
    }
  }
}
