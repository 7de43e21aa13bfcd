// SPDX-License-Identifier: Apache-2.0

/// Reads the golden and the certified values, and compares results with them.
///
/// A topic test is one factory: `GoldenTopic.read("km").tests(this::compare)`, where `compare`
/// looks at the case's method and arguments, computes, and calls `check` for every expected member.
@NullMarked
package casebook.stats.golden;

import org.jspecify.annotations.NullMarked;
