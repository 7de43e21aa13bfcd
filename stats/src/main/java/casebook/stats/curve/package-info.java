// SPDX-License-Identifier: Apache-2.0

/// Curves fitted by nonlinear least squares: calibration of assays and one-compartment kinetics.
@NullMarked
package casebook.stats.curve;

import org.jspecify.annotations.NullMarked;
