// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** A member of the document: the bytes it was read from, or what a step has put there, which becomes bytes at the end. */
sealed interface Member {

    <T> T read(Section<T> section) throws JsonProcessingException;

    void writeTo(OutputStream out) throws IOException;

    /** As it came. It is parsed once, by the first who asks; that two may do so at the same time does no harm. */
    final class Unread implements Member {

        private final RawJson raw;
        private volatile Optional<Object> value = Optional.empty();

        Unread(RawJson raw) {
            this.raw = raw;
        }

        @Override
        public <T> T read(Section<T> section) throws JsonProcessingException {
            Optional<Object> known = value;
            if (known.isPresent()) {
                return section.type().cast(known.get());
            }
            T read = section.codec().read(raw);
            value = Optional.of(read);
            return read;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            raw.writeTo(out);
        }
    }

    /** As a step has made it. */
    record Made<S>(Section<S> section, S value) implements Member {

        @Override
        public <T> T read(Section<T> asked) {
            return asked.type().cast(value);
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            section.codec().write(value, out);
        }
    }
}
