// SPDX-License-Identifier: Apache-2.0

/// Makers of the reconstructed data of the bundled studies. Nobody in them exists.
@NullMarked
package casebook.bench.reconstruct;

import org.jspecify.annotations.NullMarked;
