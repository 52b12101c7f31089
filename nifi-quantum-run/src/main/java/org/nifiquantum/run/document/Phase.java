// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

/** Where the time of a run goes. */
public enum Phase {
    ENCODE,
    SUBMIT,
    QUEUE,
    EXECUTION,
    COLLECT,
    OPTIMIZE,
    DECODE
}
