// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

/// A command line that cannot be understood; the message says what and how to mend it.
final class CommandLineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CommandLineException(String message) {
    super(message);
  }
}
