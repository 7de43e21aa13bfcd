// SPDX-License-Identifier: Apache-2.0
package casebook.cli;

/// What a command ends with, for scripts.
public final class ExitCode {
  /// Done; warnings and analyses without an answer included.
  public static final int DONE = 0;

  /// Our fault.
  public static final int OUR_FAULT = 1;

  /// The command line or the study file must be mended.
  public static final int STUDY = 2;

  /// The data must be mended.
  public static final int DATA = 3;

  /// The machine lacks something: a folder that cannot be written, a program that is missing.
  public static final int ENVIRONMENT = 4;

  private ExitCode() {}
}
