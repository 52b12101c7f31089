// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem;

/** Which way the user's objective is better. */
public enum Sense {
    MINIMIZE("minimize"),
    MAXIMIZE("maximize");

    private final String text;

    Sense(String text) {
        this.text = text;
    }

    /** Whether the first objective is strictly better than the second. */
    public boolean isBetter(double objective, double other) {
        return switch (this) {
            case MINIMIZE -> objective < other;
            case MAXIMIZE -> objective > other;
        };
    }

    /** Whether the first answer is strictly better than the second: feasible where that is not, else by its objective. */
    public boolean isBetter(Answer answer, Answer other) {
        return answer.feasible() == other.feasible()
                ? isBetter(answer.objective(), other.objective())
                : answer.feasible();
    }

    /** The name of this sense in documents. */
    public String text() {
        return text;
    }
}
