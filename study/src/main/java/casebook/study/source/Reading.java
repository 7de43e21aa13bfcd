// SPDX-License-Identifier: Apache-2.0
package casebook.study.source;

/// What became of a text: a value, or the reason why not.
sealed interface Reading<T> {
  /// The text is a value.
  record Good<T>(T value) implements Reading<T> {}

  /// The text is not a value.
  record Bad<T>(Flaw flaw) implements Reading<T> {}

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
