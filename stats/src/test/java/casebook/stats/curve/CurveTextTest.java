// SPDX-License-Identifier: Apache-2.0
package casebook.stats.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.numbers.core.DD;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CurveTextTest {
  /// What is compared was computed by other operations in doubles.
  private static final Offset<Double> LAST_DIGITS = within(1e-14);

  private static Dual at(String text, double x, double... b) {
    List<String> names = List.of("a", "b").subList(0, b.length);
    Dual[] parameters = new Dual[b.length];
    for (int j = 0; j < b.length; j++) {
      parameters[j] = Dual.parameter(DD.of(b[j]), j, b.length);
    }
    return CurveText.of(text, List.of("x"), names).at(new double[] {x}, parameters);
  }

  private static double value(String text) {
    return at(text, 3).value();
  }

  @Test
  void signsBindAsInArithmetic() {
    assertThat(value("1+2*x")).isEqualTo(7);
    assertThat(value("(1+2)*x")).isEqualTo(9);
    assertThat(value("-x**2")).isEqualTo(-9);
    assertThat(value("2**x**2")).isEqualTo(512);
    assertThat(value("2^-x")).isEqualTo(0.125);
    assertThat(value("12/x/2")).isEqualTo(2);
    assertThat(value("x-1-1")).isEqualTo(1);
    assertThat(value(" +x * 1e-1 ")).isEqualTo(0.3, LAST_DIGITS);
    assertThat(value("-Rational(1,4)")).isEqualTo(-0.25);
  }

  @Test
  void functionsHaveTheirValues() {
    assertThat(value("exp(x)")).isEqualTo(Math.exp(3), LAST_DIGITS);
    assertThat(value("log(x)+ln(x)")).isEqualTo(2 * Math.log(3), LAST_DIGITS);
    assertThat(value("sqrt(x)")).isEqualTo(Math.sqrt(3), LAST_DIGITS);
    assertThat(value("sin(x)*cos(x)")).isEqualTo(Math.sin(6) / 2, LAST_DIGITS);
    assertThat(value("tan(x)")).isEqualTo(Math.tan(3), LAST_DIGITS);
    assertThat(value("atan(x)-arctan(x)+pi")).isEqualTo(Math.PI, LAST_DIGITS);
  }

  @Test
  void derivativesAreThoseOfTheTextbook() {
    Dual power = at("a*x**b", 3, 2, 1.5);
    assertThat(power.value()).isEqualTo(2 * Math.pow(3, 1.5), LAST_DIGITS);
    assertThat(power.slope(0)).isEqualTo(Math.pow(3, 1.5), LAST_DIGITS);
    assertThat(power.slope(1)).isEqualTo(2 * Math.pow(3, 1.5) * Math.log(3), LAST_DIGITS);
    Dual quotient = at("(x-a)/(1+exp(b))", 3, 2, 0);
    assertThat(quotient.slope(0)).isEqualTo(-0.5, LAST_DIGITS);
    assertThat(quotient.slope(1)).isEqualTo(-0.25, LAST_DIGITS);
    assertThat(at("a**3", 3, 2).slope(0)).isEqualTo(12);
    assertThat(at("sin(a)", 3, 2).slope(0)).isEqualTo(Math.cos(2), LAST_DIGITS);
    assertThat(at("cos(a)", 3, 2).slope(0)).isEqualTo(-Math.sin(2), LAST_DIGITS);
    assertThat(at("atan(a)", 3, 2).slope(0)).isEqualTo(0.2, LAST_DIGITS);
    assertThat(at("sqrt(a)", 3, 4).slope(0)).isEqualTo(0.25, LAST_DIGITS);
    assertThat(at("ln(a)", 3, 4).slope(0)).isEqualTo(0.25, LAST_DIGITS);
    assertThat(at("2-a", 3, 4).slope(0)).isEqualTo(-1);
    assertThat(at("a**0", 3, 4).slope(0)).isZero();
  }

  @Test
  void zeroToAPositivePowerIsZero() {
    assertThat(at("x**b*a", 0, 2, 1.5).value()).isZero();
    assertThat(at("x**b*a", 0, 2, 1.5).slope(1)).isZero();
    assertThat(at("x**b", 0, 2, -1.5).value()).isNaN();
  }

  /// The derivative of a^1.5 at 0 is 0; that of a^0.5 has no bound.
  @Test
  void derivativeOfAPowerOfZero() {
    assertThat(at("a**1.5", 3, 0).slope(0)).isZero();
    assertThat(at("a**0.5", 3, 0).value()).isZero();
    assertThat(at("a**0.5", 3, 0).slope(0)).isNaN();
  }

  /// (-2)^3 = -8 with derivative 3 (-2)^2; with a power that is not whole, or is a parameter, a
  /// negative number has no power.
  @Test
  void negativeNumbersHaveWholePowersOnly() {
    assertThat(at("a**3", 3, -2).value()).isEqualTo(-8);
    assertThat(at("a**3", 3, -2).slope(0)).isEqualTo(12);
    assertThat(at("a**2.5", 3, -2).value()).isNaN();
    assertThat(at("a**b", 3, -2, 3).value()).isNaN();
  }

  /// (1 + 1/2048)^2048 by its logarithm, above the powers that are multiplied out.
  @Test
  void largeWholePowerIsThatOfItsLogarithm() {
    assertThat(value("(1+1/2048)^2048"))
        .isEqualTo(Math.exp(2048 * Math.log1p(1.0 / 2048)), within(1e-13));
    assertThat(at("a^-2000", 3, 1.001).value())
        .isEqualTo(Math.exp(-2000 * Math.log1p(0.001)), within(1e-13));
  }

  @Test
  void whatIsNotUnderstoodIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> value("x+y"))
        .withMessage("'y' in x+y is none of [x] and []");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> value("sinh(x)"))
        .withMessage("'sinh' in sinh(x) is no function known here");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> value("(x+1"))
        .withMessage("(x+1 lacks ')' before ''");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> value("x)"))
        .withMessage("')' in x) is not expected");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> value("x+"))
        .withMessage("x+ ends too early");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> value("$ 2"))
        .withMessage("'$ 2' in $ 2 is not understood");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> value("x $ 2"))
        .withMessage("'$ 2' in x $ 2 is not understood");
  }

  @Test
  void textIsItsName() {
    assertThat(CurveText.of("a*x", List.of("x"), List.of("a"))).hasToString("a*x");
    assertThat(at("a*x", 3, 2)).hasToString("6.0 with 1 derivatives");
  }
}
