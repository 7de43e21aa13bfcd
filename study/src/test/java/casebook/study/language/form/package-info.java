// SPDX-License-Identifier: Apache-2.0

/// Tests of the sections of a study file.
@NullMarked
package casebook.study.language.form;

import org.jspecify.annotations.NullMarked;
