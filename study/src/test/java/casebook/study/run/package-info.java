// SPDX-License-Identifier: Apache-2.0

/// Tests of whole runs.
@NullMarked
package casebook.study.run;

import org.jspecify.annotations.NullMarked;
