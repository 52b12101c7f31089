// SPDX-License-Identifier: Apache-2.0
/** IonQ's cloud, API v0.4: circuits as lists of gates, jobs polled in batches, results as probabilities of all qubits. */
package org.nifiquantum.services.ionq;
