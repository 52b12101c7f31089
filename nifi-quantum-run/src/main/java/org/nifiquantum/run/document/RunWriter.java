// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;

/** Writes a run: members in their order, those unknown to us after them, the optimisation last. */
public final class RunWriter {

    private RunWriter() {}

    public static void write(Run run, OutputStream out) throws IOException {
        Map<String, Member> members = run.members();
        char separator = '{';
        for (String name : order(members)) {
            out.write(separator);
            RawJson.of(name).writeTo(out);
            out.write(':');
            members.get(name).writeTo(out);
            separator = ',';
        }
        out.write('}');
    }

    public static byte[] toBytes(Run run) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(run, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static SequencedSet<String> order(Map<String, Member> members) {
        SequencedSet<String> order = new LinkedHashSet<>(Section.ORDER);
        order.addAll(members.keySet());
        order.retainAll(members.keySet());
        if (members.containsKey(Section.OPTIMIZATION.name())) {
            order.addLast(Section.OPTIMIZATION.name());
        }
        return order;
    }
}
