// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.encoding;

import static java.util.Objects.requireNonNull;

/**
 * Which QAOA.
 *
 * @param layers how often cost and mixer alternate, at least 1
 * @param angles where the first angles come from
 * @param multiAngle whether each term of cost and mixer has an angle of its own: R. Herrman and others, Scientific Reports 12,
 *     6781 (2022)
 */
public record QaoaSettings(int layers, InitialAngles angles, Mixing mixing, boolean multiAngle) {

    public QaoaSettings {
        requireNonNull(angles, "angles");
        requireNonNull(mixing, "mixing");
        if (layers < 1) {
            throw new IllegalArgumentException("QAOA needs at least 1 layer, not " + layers + ".");
        }
    }

    /** The standard mixer, two angles a layer. */
    public static QaoaSettings standard(int layers, InitialAngles angles) {
        return new QaoaSettings(layers, angles, Mixing.TRANSVERSE, false);
    }
}
