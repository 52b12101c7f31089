// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.viewer.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.nifi.authorization.AccessDeniedException;
import org.apache.nifi.web.ContentAccess;
import org.apache.nifi.web.DownloadableContent;
import org.apache.nifi.web.ResourceNotFoundException;
import org.nifiquantum.viewer.drawing.Shown;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The content a request names, through NiFi's own door, which knows what the user may see. */
final class ShownContent {

    private static final String DOOR = "nifi-content-access";
    private static final Logger LOGGER = LoggerFactory.getLogger(ShownContent.class);

    private ShownContent() {}

    /**
     * All of what a request names; otherwise as {@link #read(ContentAccess, ContentReference)}.
     *
     * @throws ProblemException also if the request names nothing
     */
    static byte[] of(HttpServletRequest request) throws ProblemException {
        ContentReference reference = ContentReference.of(
                Optional.ofNullable(request.getParameter("ref")),
                Optional.ofNullable(request.getParameter("clientId")));
        if (!(request.getServletContext().getAttribute(DOOR) instanceof ContentAccess access)) {
            throw new ProblemException(503, "NiFi gives its viewers no access to content. Is it still starting?");
        }
        return read(access, reference);
    }

    /**
     * All of it.
     *
     * @throws ProblemException if it may not be seen, is no longer there, is too large or cannot be read
     */
    static byte[] read(ContentAccess access, ContentReference reference) throws ProblemException {
        try {
            return read(access.getContent(reference));
        } catch (AccessDeniedException e) {
            throw new ProblemException(
                    403,
                    "You may not see this content. The policy \"view the data\" of the component allows it; ask who"
                            + " administers this NiFi.",
                    e);
        } catch (ResourceNotFoundException e) {
            throw gone(e);
        } catch (IOException | RuntimeException e) {
            LOGGER.warn("Content {} cannot be shown", reference.getDataUri(), e);
            throw new ProblemException(
                    502,
                    "NiFi could not read the content. It may have left the repository meanwhile; nifi-app.log says more.",
                    e);
        }
    }

    private static ProblemException gone(ResourceNotFoundException e) {
        return new ProblemException(
                404,
                "This content is no longer there. A FlowFile leaves its queue as the flow goes on, and NiFi's content"
                        + " archive keeps old content only for a while"
                        + " (nifi.content.repository.archive.max.retention.period). A later event of the same run in"
                        + " Data Provenance may still have it.",
                e);
    }

    private static byte[] read(DownloadableContent content) throws IOException, ProblemException {
        try (InputStream in = content.getContent()) {
            byte[] bytes = in.readNBytes(Shown.LIMIT + 1);
            if (bytes.length > Shown.LIMIT) {
                throw new ProblemException(
                        413,
                        ("This content is larger than %d MB, which is the most that is drawn. Download it to look at it in"
                                        + " another program.")
                                .formatted(Shown.LIMIT >> 20));
            }
            return bytes;
        }
    }
}
