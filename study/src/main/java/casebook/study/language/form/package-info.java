// SPDX-License-Identifier: Apache-2.0

/// The sections of a study file: how each is written, and how it is read.
@NullMarked
package casebook.study.language.form;

import org.jspecify.annotations.NullMarked;
