// SPDX-License-Identifier: Apache-2.0
package casebook.stats.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.UnaryOperator;
import org.apache.commons.numbers.core.DD;
import org.junit.jupiter.api.Test;

class LongFunctionsTest {
  /// A sum of two doubles holds 31 to 32 digits; the functions promise about 30 of them. The
  /// expected values are from mpmath 1.3 with 45 digits.
  private static void check(UnaryOperator<DD> function, double x, String expected) {
    BigDecimal exact = new BigDecimal(expected);
    BigDecimal error = function.apply(DD.of(x)).bigDecimalValue().subtract(exact);
    assertThat(error.divide(exact, MathContext.DECIMAL64).abs().doubleValue()).isLessThan(1e-29);
  }

  @Test
  void powersOfE() {
    check(LongFunctions::exp, 1, "2.7182818284590452353602874713526625");
    check(LongFunctions::exp, -20.5, "0.00000000125015286638674262893755311923122218");
    check(LongFunctions::exp, 300, "1.94242639524125593658420883601769922e+130");
  }

  @Test
  void logarithms() {
    check(LongFunctions::ln, 3, "1.0986122886681096913952452369225257");
    check(LongFunctions::ln, 0.125, "-2.0794415416798359282516963643745297");
    check(LongFunctions::ln, 1e10, "23.0258509299404568401799145468436421");
  }

  @Test
  void sines() {
    check(LongFunctions::sin, 1, "0.841470984807896506652502321630299");
    check(LongFunctions::sin, 88.25, "0.281546762385485115432648297060824301");
    check(LongFunctions::sin, -3, "-0.14112000805986722210074480280811028");
  }

  @Test
  void cosines() {
    check(LongFunctions::cos, 1, "0.540302305868139717400936607442976604");
    check(LongFunctions::cos, -7.5, "0.346635317835025810971619336171895578");
    check(LongFunctions::cos, 100, "0.862318872287683934101938513950842536");
  }

  @Test
  void arcTangents() {
    check(LongFunctions::atan, 0.75, "0.643501108793284386802809228717322638");
    check(LongFunctions::atan, -300, "-1.5674630058071599943701232842344696");
  }

  @Test
  void beyondTheRangeOfDoublesTheyDoWhatDoublesDo() {
    assertThat(LongFunctions.exp(DD.of(800)).hi()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(LongFunctions.exp(DD.of(-800)).hi()).isZero();
    assertThat(LongFunctions.ln(DD.ZERO).hi()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(LongFunctions.ln(DD.of(-1)).hi()).isNaN();
    assertThat(LongFunctions.sin(DD.of(Double.POSITIVE_INFINITY)).hi()).isNaN();
    assertThat(LongFunctions.atan(DD.of(Double.POSITIVE_INFINITY)).hi()).isEqualTo(Math.PI / 2);
  }

  @Test
  void fourTimesTheArcTangentOfOneIsPi() {
    assertThat(LongFunctions.atan(DD.ONE).scalb(2).subtract(LongFunctions.PI).hi())
        .isBetween(-1e-31, 1e-31);
  }
}
