// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

/// The machine lacks something; the message says what and how to get it.
final class EnvironmentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EnvironmentException(String message) {
    super(message);
  }
}
