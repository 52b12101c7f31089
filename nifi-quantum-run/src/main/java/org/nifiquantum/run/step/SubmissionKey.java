// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.step;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.nifiquantum.run.document.Json;
import org.nifiquantum.run.document.Program;
import org.nifiquantum.run.document.Request;
import org.nifiquantum.run.document.Run;
import org.nifiquantum.run.document.Section;
import org.nifiquantum.run.document.Sha256;
import org.nifiquantum.services.api.Observable;

/**
 * The name of one submission: the same however often it is tried, different whenever anything that is asked differs.
 *
 * <p>A provider that is handed the same key twice makes one job; one that is not can be asked for the job of a key.
 */
public final class SubmissionKey {

    /** The number of a request that nobody means to submit again. */
    public static final int FIRST = 1;

    private SubmissionKey() {}

    /**
     * The key of the run's present iteration at one backend.
     *
     * @param backendId which backend, so that a shadow at another one is another submission
     * @param number rises only when a further submission of the very same request is meant
     */
    public static String of(Run run, String backendId, int number) {
        Program program = run.get(Section.PROGRAM);
        Request request = run.get(Section.REQUEST);
        MessageDigest digest = Sha256.digest();
        add(digest, run.id());
        add(digest, Integer.toString(request.iteration()));
        add(digest, program.sha256());
        add(digest, request.bindings().toString());
        add(digest, run.find(Section.OBSERVABLE).map(SubmissionKey::text).orElse(""));
        add(digest, Integer.toString(request.shots()));
        add(digest, Long.toString(request.seed()));
        add(digest, backendId);
        add(digest, Integer.toString(number));
        return Sha256.hex(digest.digest());
    }

    /** The length in front keeps two texts from reading as another two. */
    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static String text(Observable observable) {
        try {
            return Json.mapper().writeValueAsString(observable);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An observable can always be written", e);
        }
    }
}
