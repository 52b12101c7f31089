// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.program;

import java.util.List;

/**
 * What a source says beside the program, and what its reader has to say.
 *
 * @param notes what was read otherwise than the letter of the source may suggest, with line:column
 * @param pragmas each as written, from the word on
 * @param annotations each as written, the sign included
 */
public record Remarks(List<String> notes, List<String> pragmas, List<String> annotations) {
    public Remarks {
        notes = List.copyOf(notes);
        pragmas = List.copyOf(pragmas);
        annotations = List.copyOf(annotations);
    }
}
