// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

/** Where a program goes on after a statement. */
enum Flow {
    NEXT,
    BREAK,
    CONTINUE,
    RETURN
}
