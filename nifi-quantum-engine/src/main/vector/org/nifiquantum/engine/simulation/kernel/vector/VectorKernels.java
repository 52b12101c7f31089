// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.simulation.kernel.vector;

import org.nifiquantum.engine.simulation.kernel.BlockKernels;
import org.nifiquantum.engine.simulation.kernel.FlipGroup;
import org.nifiquantum.engine.simulation.kernel.Mixer;
import org.nifiquantum.engine.simulation.kernel.PhaseFactors;

/** The kernels of this package; the engine finds them by this name. */
public final class VectorKernels implements BlockKernels {

    /** For the engine, which loads this class only where it runs. */
    public VectorKernels() {}

    @Override
    public String description() {
        return "Vector API, " + Lanes.SPECIES.vectorBitSize() + " bits";
    }

    @Override
    public int smallestBlock() {
        return Lanes.QUBITS;
    }

    @Override
    public void mix(double[] re, double[] im, int first, int qubits, int lowest, Mixer mixer, int shift) {
        new Mixing(re, im, mixer, shift).block(first, qubits, lowest);
    }

    @Override
    public void turn(double[] re, double[] im, Window window, PhaseFactors factors) {
        PhaseKernel.turn(re, im, window, factors);
    }

    @Override
    public void turn(double[] re, double[] im, int first, int length, double[] angles, double factor) {
        SinCosKernel.turn(re, im, first, length, angles, factor);
    }

    @Override
    public void turn(
            double[] re,
            double[] im,
            int first,
            int length,
            double[] cosines,
            double[] sines,
            int from,
            double factorRe,
            double factorIm) {
        RowPhaseKernel.turn(re, im, first, length, cosines, sines, from, factorRe, factorIm);
    }

    @Override
    public void load(double[] state, double[] block, Window window) {
        CopyKernel.load(state, block, window);
    }

    @Override
    public void store(double[] block, double[] state, Window window) {
        CopyKernel.store(block, state, window);
    }

    @Override
    public void scaled(
            double[] fromRe,
            double[] fromIm,
            double factorRe,
            double factorIm,
            double[] re,
            double[] im,
            int first,
            int length) {
        CopyKernel.scaled(fromRe, fromIm, factorRe, factorIm, re, im, first, length);
    }

    @Override
    public void scale(double[] re, double[] im, int first, int length, double factor) {
        CopyKernel.scale(re, first, length, factor);
        CopyKernel.scale(im, first, length, factor);
    }

    @Override
    public double norm(double[] re, double[] im, int first, int length) {
        return SumKernel.norm(re, im, first, length);
    }

    @Override
    public double weighted(double[] re, double[] im, int first, int length, double[] values) {
        return SumKernel.weighted(re, im, first, length, values);
    }

    @Override
    public double weighted(double[] re, double[] im, int first, int length, char[] indices, double[] values) {
        return SumKernel.weighted(re, im, first, length, indices, values);
    }

    @Override
    public double weigh(double[] re, double[] im, int first, int length, char[] indices, double[] values) {
        return SumKernel.weigh(re, im, first, length, indices, values);
    }

    @Override
    public double expectation(double[] re, double[] im, int first, int length, FlipGroup group) {
        return FlipKernel.expectation(re, im, first, length, group);
    }

    @Override
    public void pairs(double[] re, double[] im, int first, int end, int distance, double[] matrix) {
        MatrixKernel.pairs(re, im, first, end, distance, matrix);
    }

    @Override
    public void lane(double[] re, double[] im, int first, int end, int qubit, double[] matrix) {
        MatrixKernel.lane(re, im, first, end, qubit, matrix);
    }

    @Override
    public void choose(double[] re, double[] im, int control, int target, double[] zero, double[] one) {
        ChoiceKernel.apply(re, im, control, target, zero, one);
    }

    @Override
    public void mirror(double[] re, double[] im, int first, int second, int length, double tangent) {
        MirrorKernel.cross(re, im, first, second, length, tangent);
    }

    @Override
    public double mirrored(
            double[] ketRe, double[] ketIm, double[] braRe, double[] braIm, int first, int second, int length) {
        return MirrorKernel.component(ketRe, ketIm, braRe, braIm, first, second, length);
    }

    @Override
    public double component(
            double[] ketRe,
            double[] ketIm,
            double[] braRe,
            double[] braIm,
            int first,
            int qubits,
            int qubit,
            int component) {
        int end = first + (1 << qubits);
        return qubit < Lanes.QUBITS
                ? ComponentKernel.lane(ketRe, ketIm, braRe, braIm, first, end, qubit, component)
                : ComponentKernel.pairs(ketRe, ketIm, braRe, braIm, first, end, 1 << qubit, component);
    }

    @Override
    public boolean hasThree(int qubit) {
        return qubit >= Lanes.QUBITS;
    }

    @Override
    public void three(
            double[] ketRe,
            double[] ketIm,
            double[] braRe,
            double[] braIm,
            int first,
            int qubits,
            int qubit,
            double[] components,
            int offset) {
        int end = first + (1 << qubits);
        AdjointCrossKernel.three(ketRe, ketIm, braRe, braIm, first, end, 1 << qubit, components, offset);
    }

    @Override
    public double crossed(
            double[] ketRe, double[] ketIm, double[] braRe, double[] braIm, int first, int qubits, int lowest) {
        return CrossSumKernel.sum(ketRe, ketIm, braRe, braIm, first, qubits, lowest);
    }

    @Override
    public double weighted(
            double[] ketRe,
            double[] ketIm,
            double[] braRe,
            double[] braIm,
            int first,
            int length,
            char[] indices,
            double[] values) {
        return ComponentKernel.weighted(ketRe, ketIm, braRe, braIm, first, length, indices, values);
    }
}
