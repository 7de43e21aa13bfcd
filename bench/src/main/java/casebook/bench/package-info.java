// SPDX-License-Identifier: Apache-2.0

/// Benchmarks and makers of reconstructed data.
@NullMarked
package casebook.bench;

import org.jspecify.annotations.NullMarked;
