// SPDX-License-Identifier: Apache-2.0

/// Results in a few shapes, with their provenance. No formatting here.
@NullMarked
package casebook.study.finding;

import org.jspecify.annotations.NullMarked;
