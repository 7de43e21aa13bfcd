// SPDX-License-Identifier: Apache-2.0

/// Treatment and response as the study file says them.
@NullMarked
package casebook.clinic.protocol;

import org.jspecify.annotations.NullMarked;
