// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm.interpret;

import java.util.Iterator;
import java.util.List;
import org.nifiquantum.engine.program.Remarks;
import org.nifiquantum.engine.qasm.ast.Statement;

/** What an interpreter reads: a source text, one statement at a time, so that a long circuit is never held as a tree. */
public interface Source {

    /** The numbers of the qubits that the text names by number, rising. */
    List<Integer> physicalQubits();

    /** How long the text is. */
    int characters();

    /** Goes through the text from its start. */
    Pass open();

    /** One way through the text; it ends with an error where the text is not OpenQASM. */
    interface Pass extends Iterator<Statement> {

        /** What the text has said so far beside its statements. */
        Remarks remarks();
    }
}
