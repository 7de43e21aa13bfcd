// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

import java.util.Optional;

/// What became of a text: a value, or the reason why not.
sealed interface Reading<T> {
  /// The text is a value.
  record Good<T>(T value) implements Reading<T> {
    @Override
    public Optional<Flaw> problem() {
      return Optional.empty();
    }
  }

  /// The text is not a value.
  record Bad<T>(Flaw flaw) implements Reading<T> {
    @Override
    public Optional<Flaw> problem() {
      return Optional.of(flaw);
    }
  }

  /// What is wrong; empty when the text is a value.
  Optional<Flaw> problem();

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
