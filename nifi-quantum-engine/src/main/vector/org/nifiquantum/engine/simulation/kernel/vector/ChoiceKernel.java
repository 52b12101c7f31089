// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel.vector;

import static org.nifiquantum.engine.simulation.kernel.vector.Lanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/**
 * One of two matrices on a target qubit, as a control qubit says. A control inside a vector chooses lane by lane; another one goes
 * through its two halves one after the other.
 */
final class ChoiceKernel {
    private ChoiceKernel() {}

    /** All of a state, given by arrays of its size. */
    static void apply(double[] re, double[] im, int control, int target, double[] zero, double[] one) {
        if (control < Lanes.QUBITS) {
            half(re, im, 0, 0, Lanes.ODD.get(control), target, zero, one);
            return;
        }
        half(re, im, 1 << control, 0, Lanes.NO_LANE, target, zero, zero);
        half(re, im, 1 << control, 1 << control, Lanes.NO_LANE, target, one, one);
    }

    private static void half(
            double[] re,
            double[] im,
            int fixed,
            int value,
            VectorMask<Double> odd,
            int target,
            double[] zero,
            double[] one) {
        switch (target) {
            case 0 -> lanes(re, im, fixed, value, odd, Lanes.FLIP_0, Lanes.ODD.get(0), zero, one);
            case 1 -> lanes(re, im, fixed, value, odd, Lanes.FLIP_1, Lanes.ODD.get(1), zero, one);
            case 2 -> lanes(re, im, fixed, value, odd, Lanes.FLIP_2, Lanes.ODD.get(2), zero, one);
            default -> pairs(re, im, fixed, value, odd, 1 << target, zero, one);
        }
    }

    /** A target whose stride is a vector at least. */
    private static void pairs(
            double[] re,
            double[] im,
            int fixed,
            int value,
            VectorMask<Double> odd,
            int distance,
            double[] zero,
            double[] one) {
        DoubleVector ar = choice(zero, one, 0, odd);
        DoubleVector ai = choice(zero, one, 1, odd);
        DoubleVector br = choice(zero, one, 2, odd);
        DoubleVector bi = choice(zero, one, 3, odd);
        DoubleVector cr = choice(zero, one, 4, odd);
        DoubleVector ci = choice(zero, one, 5, odd);
        DoubleVector dr = choice(zero, one, 6, odd);
        DoubleVector di = choice(zero, one, 7, odd);
        DoubleVector nai = ai.neg();
        DoubleVector nbi = bi.neg();
        DoubleVector nci = ci.neg();
        DoubleVector ndi = di.neg();
        int count = fixed == 0 ? re.length / 2 : re.length / 4;
        int low = fixed == 0 ? distance : Math.min(fixed, distance);
        int high = Math.max(fixed, distance);
        int both = fixed == 0 ? 0 : -high;
        for (int index = 0; index < count; index += Lanes.COUNT) {
            // Zeros come between the bits of the index where the two qubits are.
            int spread = index + (index & -low);
            int x = spread + (spread & both) | value;
            int y = x + distance;
            DoubleVector r0 = DoubleVector.fromArray(SPECIES, re, x);
            DoubleVector i0 = DoubleVector.fromArray(SPECIES, im, x);
            DoubleVector r1 = DoubleVector.fromArray(SPECIES, re, y);
            DoubleVector i1 = DoubleVector.fromArray(SPECIES, im, y);
            i1.fma(nbi, r1.fma(br, i0.fma(nai, r0.mul(ar)))).intoArray(re, x);
            r1.fma(bi, i1.fma(br, r0.fma(ai, i0.mul(ar)))).intoArray(im, x);
            i1.fma(ndi, r1.fma(dr, i0.fma(nci, r0.mul(cr)))).intoArray(re, y);
            r1.fma(di, i1.fma(dr, r0.fma(ci, i0.mul(cr)))).intoArray(im, y);
        }
    }

    /** A target inside a vector. */
    private static void lanes(
            double[] re,
            double[] im,
            int fixed,
            int value,
            VectorMask<Double> odd,
            VectorShuffle<Double> flip,
            VectorMask<Double> second,
            double[] zero,
            double[] one) {
        DoubleVector ownRe = choice(zero, one, 0, odd).blend(choice(zero, one, 6, odd), second);
        DoubleVector ownIm = choice(zero, one, 1, odd).blend(choice(zero, one, 7, odd), second);
        DoubleVector otherRe = choice(zero, one, 2, odd).blend(choice(zero, one, 4, odd), second);
        DoubleVector otherIm = choice(zero, one, 3, odd).blend(choice(zero, one, 5, odd), second);
        DoubleVector minusOwnIm = ownIm.neg();
        DoubleVector minusOtherIm = otherIm.neg();
        int count = fixed == 0 ? re.length : re.length / 2;
        int above = fixed == 0 ? 0 : -fixed;
        for (int index = 0; index < count; index += Lanes.COUNT) {
            int at = index + (index & above) | value;
            DoubleVector r = DoubleVector.fromArray(SPECIES, re, at);
            DoubleVector i = DoubleVector.fromArray(SPECIES, im, at);
            DoubleVector s = r.rearrange(flip);
            DoubleVector j = i.rearrange(flip);
            j.fma(minusOtherIm, s.fma(otherRe, i.fma(minusOwnIm, r.mul(ownRe)))).intoArray(re, at);
            s.fma(otherIm, j.fma(otherRe, r.fma(ownIm, i.mul(ownRe)))).intoArray(im, at);
        }
    }

    private static DoubleVector choice(double[] zero, double[] one, int number, VectorMask<Double> odd) {
        return DoubleVector.broadcast(SPECIES, zero[number]).blend(one[number], odd);
    }
}
