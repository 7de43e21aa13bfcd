// SPDX-License-Identifier: Apache-2.0

/// The course of a patient's response by a definition; pure.
@NullMarked
package casebook.clinic.response;

import org.jspecify.annotations.NullMarked;
