// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import java.util.Optional;
import java.util.function.Function;

/// What became of a text: a value, or the reason why not.
sealed interface Reading<T> {
  /// The text is a value.
  record Good<T>(T value) implements Reading<T> {
    @Override
    public Optional<Flaw> into(Function<? super T, Optional<Flaw>> use, Runnable otherwise) {
      return use.apply(value);
    }
  }

  /// The text is not a value.
  record Bad<T>(Flaw flaw) implements Reading<T> {
    @Override
    public Optional<Flaw> into(Function<? super T, Optional<Flaw>> use, Runnable otherwise) {
      otherwise.run();
      return Optional.of(flaw);
    }
  }

  /// Hands a value on, or calls what takes its place.
  ///
  /// @param use takes the value and answers when something is wrong with it
  /// @param otherwise is called when there is no value
  Optional<Flaw> into(Function<? super T, Optional<Flaw>> use, Runnable otherwise);

  static <T> Reading<T> good(T value) {
    return new Good<>(value);
  }

  static <T> Reading<T> bad(String code, String message, String fix) {
    return new Bad<>(Flaw.error(code, message, fix));
  }

  /// A text that is not a value for a reason that usually concerns the whole column.
  static <T> Reading<T> badThroughout(String code, String message, String fix) {
    return new Bad<>(Flaw.error(code, message, fix).ofKind(code));
  }
}
