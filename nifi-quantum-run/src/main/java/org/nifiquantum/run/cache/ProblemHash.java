// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.nifiquantum.optimization.problem.Problem;
import org.nifiquantum.run.document.Sha256;
import org.nifiquantum.run.input.ProblemJson;

/**
 * What makes two problems the same: SHA-256 of their JSON as we write it. So neither the file format counts nor layout, the order
 * of members, how a number is spelt, defaults that are given or left out, or members that say nothing to a solver; names, and the
 * order of what is listed, do.
 */
public final class ProblemHash {

    private ProblemHash() {}

    /** In hexadecimal. */
    public static String of(Problem problem) {
        MessageDigest digest = Sha256.digest();
        digest.update(ProblemJson.write(problem).toString().getBytes(StandardCharsets.UTF_8));
        return Sha256.hex(digest.digest());
    }
}
