// SPDX-License-Identifier: Apache-2.0

/// Tests of the text of study files.
@NullMarked
package casebook.study.language.text;

import org.jspecify.annotations.NullMarked;
