// SPDX-License-Identifier: Apache-2.0
package casebook.stats.result;

import java.util.Optional;
import java.util.function.Function;

/// A value, or the reason why the data give none.
///
/// Methods that can always answer return their result itself; a method that some data defeat (an
/// empty margin, one group, no convergence) returns an `Answer`.
///
/// @param value the value; present whenever `outcome` is usable, and sometimes beside a failure,
///   when it is worth showing
/// @param outcome how the computation ended
/// @param <T> the type of the value
public record Answer<T>(Optional<T> value, Outcome outcome) {
  public Answer {
    if (value.isEmpty() && outcome.usable()) {
      throw new IllegalArgumentException("an answer without a value must say why");
    }
  }

  /// Makes an answer from a value that a closed formula gave.
  public static <T> Answer<T> of(T value) {
    return new Answer<>(Optional.of(value), new Outcome.Converged(0));
  }

  /// Makes an answer whose value is worth showing beside the reason why it says little, such as the
  /// p-value 1 of values that are all equal.
  ///
  /// @param reason a clause such as "all values are equal"
  public static <T> Answer<T> noted(T value, String reason) {
    return new Answer<>(Optional.of(value), new Outcome.NotEstimable(reason));
  }

  /// Makes an answer without a value.
  public static <T> Answer<T> none(Outcome why) {
    return new Answer<>(Optional.empty(), why);
  }

  /// Makes an answer without a value.
  ///
  /// @param reason a clause such as "there are no controls"
  public static <T> Answer<T> none(String reason) {
    return none(new Outcome.NotEstimable(reason));
  }

  /// Returns the value; throws where there is none, with the reason.
  public T orThrow() {
    return value.orElseThrow(() -> new IllegalStateException(outcome.words()));
  }

  /// Turns the value into another, keeping the outcome.
  public <R> Answer<R> map(Function<? super T, ? extends R> change) {
    return new Answer<>(value.map(change), outcome);
  }

  /// Asks a further question of the value; without a value the reason stays.
  public <R> Answer<R> flatMap(Function<? super T, Answer<R>> next) {
    return value.isPresent() ? next.apply(value.get()) : none(outcome);
  }
}
