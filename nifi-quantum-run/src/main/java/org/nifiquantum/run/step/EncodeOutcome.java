// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import org.nifiquantum.run.document.Run;

/** Where a problem goes after encoding. */
public sealed interface EncodeOutcome {

    Run run();

    /** Ready to be submitted. */
    record Encoded(Run run) implements EncodeOutcome {}

    /** A valid problem, but not for the quantum road. */
    record Unsuitable(Run run, String reason) implements EncodeOutcome {}
}
