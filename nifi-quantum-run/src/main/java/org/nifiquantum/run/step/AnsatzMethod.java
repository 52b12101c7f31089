// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

/** How a problem becomes a circuit with parameters. */
public enum AnsatzMethod {
    /** QAOA where bits are sought; for a molecule coupled cluster where its electrons are known, else hardware-efficient. */
    AUTO,
    QAOA,
    HARDWARE_EFFICIENT,
    UCCSD,
    /** A random circuit without parameters that knows nothing of the problem: what any sampling has to be better than. */
    SAMPLING
}
