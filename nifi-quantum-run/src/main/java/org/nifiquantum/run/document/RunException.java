// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.run.document;

import static java.util.Objects.requireNonNull;

/** A document, or a problem or circuit on its way into one, that cannot be used: what is wrong, where, and the remedy. */
public final class RunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String place;

    /**
     * @param place a JSON pointer into the document, or {@code line:column} into a text
     * @param explanation what is wrong there and what to do about it
     */
    public RunException(String place, String explanation) {
        super(message(place, explanation));
        this.place = place;
    }

    public RunException(String place, String explanation, Throwable cause) {
        super(message(place, explanation), cause);
        this.place = place;
    }

    public String place() {
        return place;
    }

    private static String message(String place, String explanation) {
        requireNonNull(place, "place");
        return place.isEmpty() ? explanation : place + ": " + explanation;
    }
}
