// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.nifiquantum.run.document.Optimization.Evaluated;

/**
 * All evaluations of a run, in order, as the JSON array they are written as: it grows by appending and is read only
 * where it must be, or each iteration of a loop of thousands would read and write them all.
 *
 * <p>Two histories are equal if their bytes are.
 */
public final class History {

    private static final History EMPTY = unread(new byte[] {'[', ']'}, 0, 2);

    /** The array without its closing bracket: so it stays as it is when something is appended. */
    private final byte[] open;

    /** Of {@link #open}; never finished, only copied, so that it can be continued. */
    private final MessageDigest digest;

    private History(byte[] open, MessageDigest digest) {
        this.open = open;
        this.digest = digest;
    }

    public static History of(List<Evaluated> evaluations) {
        return EMPTY.plus(evaluations);
    }

    /** A history as it stands in a document: UTF-8 from its opening bracket to behind its closing one. */
    static History unread(byte[] document, int from, int to) {
        byte[] open = Arrays.copyOfRange(document, from, to - 1);
        MessageDigest digest = Sha256.digest();
        digest.update(open);
        return new History(open, digest);
    }

    /** With further evaluations at its end. */
    public History plus(List<Evaluated> evaluations) {
        if (evaluations.isEmpty()) {
            return this;
        }
        byte[] added = RawJson.of(evaluations).toBytes();
        added[0] = isEmpty() ? (byte) ' ' : (byte) ',';
        int addedLength = added.length - 1;
        byte[] grown = Arrays.copyOf(open, open.length + addedLength);
        System.arraycopy(added, 0, grown, open.length, addedLength);
        MessageDigest continued = copyOfDigest();
        continued.update(added, 0, addedLength);
        return new History(grown, continued);
    }

    private boolean isEmpty() {
        for (int i = 1; i < open.length; i++) {
            if (!Character.isWhitespace(open[i])) {
                return false;
            }
        }
        return true;
    }

    /**
     * The evaluations.
     *
     * @throws RunException if one is malformed, or something follows them
     */
    public List<Evaluated> read() {
        byte[] array = Arrays.copyOf(open, open.length + 1);
        array[open.length] = ']';
        try {
            return List.of(new RawJson(array, 0, array.length).as(Evaluated[].class));
        } catch (JsonProcessingException e) {
            throw Json.explain(Section.OPTIMIZATION.pointer() + "/evaluations", e);
        }
    }

    /** Names these evaluations: SHA-256 in hexadecimal, of the bytes without the closing bracket. */
    public String sha256() {
        return Sha256.hex(copyOfDigest().digest());
    }

    void writeTo(ByteArrayOutputStream out) {
        out.writeBytes(open);
        out.write(']');
    }

    private MessageDigest copyOfDigest() {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The platform's SHA-256 can be copied", e);
        }
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof History other && Arrays.equals(open, other.open);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(open);
    }

    @Override
    public String toString() {
        return "History[%d bytes, sha256 %s]".formatted(open.length + 1, sha256());
    }
}
