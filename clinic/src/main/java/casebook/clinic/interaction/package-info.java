// SPDX-License-Identifier: Apache-2.0

/// What other drugs do to the drug of a protocol: a small list with sources.
@NullMarked
package casebook.clinic.interaction;

import org.jspecify.annotations.NullMarked;
