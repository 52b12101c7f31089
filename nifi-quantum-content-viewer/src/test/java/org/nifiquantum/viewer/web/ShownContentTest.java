// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.viewer.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.nifi.authorization.AccessDeniedException;
import org.apache.nifi.web.ContentAccess;
import org.apache.nifi.web.DownloadableContent;
import org.apache.nifi.web.ResourceNotFoundException;
import org.junit.jupiter.api.Test;
import org.nifiquantum.viewer.drawing.Shown;

/** What NiFi's door answers, and what people are told of it. */
class ShownContentTest {

    @Test
    void contentUpToTheLimitIsGivenWhole() throws ProblemException {
        byte[] content = new byte[Shown.LIMIT];
        content[Shown.LIMIT - 1] = 7;

        assertArrayEquals(content, read(reference -> holding(new ByteArrayInputStream(content))));
    }

    @Test
    void moreIsNotEvenRead() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        refused(413, "larger than 16 MB", reference -> holding(endless));
    }

    @Test
    void aUserWithoutRightsIsToldWhichOneIsMissing() {
        refused(403, "view the data", reference -> {
            throw new AccessDeniedException("no");
        });
    }

    @Test
    void contentThatIsGoneIsSaidToBeGone() {
        refused(404, "no longer there", reference -> {
            throw new ResourceNotFoundException("gone");
        });
    }

    @Test
    void whateverElseGoesWrongIsNoExceptionPage() {
        refused(502, "could not read", reference -> {
            throw new IllegalStateException("secret details");
        });
        refused(502, "could not read", reference -> holding(new BrokenStream()));
    }

    private static final class BrokenStream extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("disk");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            throw new IOException("disk");
        }
    }

    private static void refused(int status, String message, ContentAccess access) {
        ProblemException refused = assertThrows(ProblemException.class, () -> read(access));
        assertEquals(status, refused.problem().status());
        assertTrue(
                refused.problem().message().contains(message), refused.problem().message());
        assertTrue(!refused.problem().message().contains("secret"), "the cause stays in the log");
    }

    private static byte[] read(ContentAccess access) throws ProblemException {
        return ShownContent.read(
                access,
                ContentReference.of(
                        Optional.of("http://nifi/nifi-api/provenance-events/1/content/output"), Optional.empty()));
    }

    private static DownloadableContent holding(InputStream content) {
        return new DownloadableContent("a", "text/plain", content);
    }
}
