// SPDX-License-Identifier: Apache-2.0
/** The simulator inside NiFi's own process: the engine behind the backend contract, alone and as a controller service. */
package org.nifiquantum.services.simulator;
