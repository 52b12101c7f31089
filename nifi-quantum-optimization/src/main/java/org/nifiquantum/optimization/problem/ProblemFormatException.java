// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

/** A problem that cannot be used as it was given. The message names the place, what is wrong and what to do. */
public final class ProblemFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String explanation;

    /**
     * Makes the message {@code place: problem remedy}.
     *
     * @param place where, as {@code line 3} or as a JSON pointer such as {@code /edges/2/weight}
     * @param problem what is wrong there, a sentence
     * @param remedy what to do, a sentence
     */
    public ProblemFormatException(String place, String problem, String remedy) {
        super(place + ": " + problem + " " + remedy);
        this.place = place;
        this.explanation = problem + " " + remedy;
    }

    /** Where the problem is wrong, as {@code line 3} or as a JSON pointer such as {@code /edges/2/weight}. */
    public String place() {
        return place;
    }

    /** What is wrong there and what to do: the message without the place. */
    public String explanation() {
        return explanation;
    }
}
