// SPDX-License-Identifier: Apache-2.0
/**
 * What a circuit is transpiled for: a device's gates, its couplings and its reported errors. Plain data, filled by provider clients,
 * and refused with the place and the remedy where it makes no sense.
 */
package org.nifiquantum.engine.transpile.device;
