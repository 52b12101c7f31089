// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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

    private static final History EMPTY = unread(RawJson.ofBytes(new byte[] {'[', ']'}));

    /** Of the document, the array without its closing bracket: so it stays as it is when something is appended. */
    private final RawJson read;

    /** What follows it since, without the closing bracket either. */
    private final byte[] added;

    /** Of both; never finished, only copied, so that it can be continued. */
    private final MessageDigest digest;

    private History(RawJson read, byte[] added, MessageDigest digest) {
        this.read = read;
        this.added = added;
        this.digest = digest;
    }

    public static History of(List<Evaluated> evaluations) {
        return EMPTY.plus(evaluations);
    }

    /** A history as it stands in a document, from its opening bracket to its closing one; kept, not copied. */
    static History unread(RawJson array) {
        RawJson open = array.slice(0, array.length() - 1);
        MessageDigest digest = Sha256.digest();
        open.update(digest);
        return new History(open, new byte[0], digest);
    }

    /** With further evaluations at its end. */
    public History plus(List<Evaluated> evaluations) {
        if (evaluations.isEmpty()) {
            return this;
        }
        byte[] more = RawJson.of(evaluations).toBytes();
        more[0] = isEmpty() ? (byte) ' ' : (byte) ',';
        int length = more.length - 1;
        byte[] grown = Arrays.copyOf(added, added.length + length);
        System.arraycopy(more, 0, grown, added.length, length);
        MessageDigest continued = copyOfDigest();
        continued.update(more, 0, length);
        return new History(read, grown, continued);
    }

    private boolean isEmpty() {
        for (int i = 1; i < read.length(); i++) {
            if (!Character.isWhitespace(read.at(i))) {
                return false;
            }
        }
        return added.length == 0;
    }

    /**
     * The evaluations.
     *
     * @throws RunException if one is malformed, or something follows them
     */
    public List<Evaluated> read() {
        try {
            return List.of(RawJson.ofBytes(toBytes()).as(Evaluated[].class));
        } catch (JsonProcessingException e) {
            throw Json.explain(Section.OPTIMIZATION.pointer() + "/evaluations", e);
        }
    }

    /** Names these evaluations: SHA-256 in hexadecimal, of the bytes without the closing bracket. */
    public String sha256() {
        return Sha256.hex(copyOfDigest().digest());
    }

    void writeTo(OutputStream out) throws IOException {
        read.writeTo(out);
        out.write(added);
        out.write(']');
    }

    private byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(read.length() + added.length + 1);
        try {
            writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
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
        return object instanceof History other && Arrays.equals(toBytes(), other.toBytes());
    }

    @Override
    public int hashCode() {
        return sha256().hashCode();
    }

    @Override
    public String toString() {
        return "History[%d bytes, sha256 %s]".formatted(read.length() + added.length + 1, sha256());
    }
}
