// SPDX-License-Identifier: Apache-2.0
@NullMarked
package casebook.clinic.analysis.course;

import org.jspecify.annotations.NullMarked;
