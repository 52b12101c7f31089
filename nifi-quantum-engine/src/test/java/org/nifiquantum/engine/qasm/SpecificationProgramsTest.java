// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.engine.qasm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nifiquantum.engine.circuit.BitString;
import org.nifiquantum.engine.program.Program;

/** The algorithms that the OpenQASM papers write down (arXiv:1707.03429, arXiv:2104.14722), in short, by what they must give. */
class SpecificationProgramsTest {
    private static void assertCertain(String outcome, String source, double... inputs) {
        Map<String, Double> probabilities = Programs.probabilities(source, inputs);
        assertEquals(1, probabilities.getOrDefault(outcome, 0.0), 1e-9, () -> source + " gave " + probabilities);
    }

    private static String bits(long number, int size) {
        return BitString.ofIndex(number, size).toString();
    }

    @Test
    void teleportation() {
        String source = """
                OPENQASM 3.0;
                include "stdgates.inc";
                qubit[3] q;
                bit c0; bit c1; bit c2;
                U(0.3, 0.2, 0.1) q[0];
                h q[1]; cx q[1], q[2];
                barrier q;
                cx q[0], q[1]; h q[0];
                c0 = measure q[0]; c1 = measure q[1];
                if (c0 == 1) z q[2];
                if (c1 == 1) { x q[2]; }
                inv @ U(0.3, 0.2, 0.1) q[2];
                c2 = measure q[2];
                """;
        assertInstanceOf(Program.Dynamic.class, OpenQasmReader.readProgram(source));
        assertEquals(
                Map.of("0", 1.0).keySet(),
                Programs.marginal(Programs.probabilities(source), 2).keySet());
    }

    /** Phases k/16 are read bit by bit from one qubit, the lowest first; each angle depends on all bits before. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 11, 15})
    void iterativePhaseEstimation(int sixteenths) {
        assertCertain(bits(sixteenths, 4), """
                const uint n = 4;
                input float phase;
                qubit read; qubit eigenstate;
                angle[n] correction = 0;
                bit[n] c;
                x eigenstate;
                for uint k in [0:n - 1] {
                  reset read;
                  h read;
                  ctrl @ pow(2 ** (n - 1 - k)) @ p(phase) read, eigenstate;
                  rz(-correction) read;
                  h read;
                  c[k] = measure read;
                  correction >>= 1;
                  if (c[k]) correction += pi / 2;
                }
                """, sixteenths * 2 * Math.PI / 16);
    }

    /** The inverse transform by measured qubits and classical control undoes that by gates. */
    @ParameterizedTest
    @ValueSource(ints = {0, 3, 6, 7})
    void semiclassicalInverseFourierTransform(int number) {
        assertCertain(bits(number, 3), """
                input uint[3] number;
                qubit[3] q;
                bit[3] c;
                // |number> transformed: qubit k turns by number 2^k / 8.
                for uint k in [0:2] { h q[k]; p(2 * pi * number * 2 ** k / 8) q[k]; }
                for uint k in [0:2] {
                  for uint j in [0:k] {
                    if (j < k && c[j] == 1) p(-pi / 2 ** (k - j)) q[2 - k];
                  }
                  h q[2 - k];
                  c[k] = measure q[2 - k];
                }
                """, number);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void bitFlipCode(int flipped) {
        Map<String, Double> outcomes = Programs.probabilities("""
                input uint[2] flipped;
                qubit[3] data; qubit[2] ancilla;
                output bit[3] c;
                bit[2] syndrome;
                def parities(qubit[3] d, qubit[2] a) -> bit[2] {
                  cx d[0], a[0]; cx d[1], a[0]; cx d[1], a[1]; cx d[2], a[1];
                  return measure a;
                }
                ry(0.8) data[0];
                cx data[0], data[1:2];
                if (flipped < 3) x data[flipped];
                syndrome = parities(data, ancilla);
                switch (int[3](uint[2](syndrome))) {
                  case 1 { x data[0]; }
                  case 2 { x data[2]; }
                  case 3 { x data[1]; }
                  default { }
                }
                c = measure data;
                """, flipped);
        double one = Math.pow(Math.sin(0.4), 2);
        assertEquals(0, Programs.distance(Map.of("000", 1 - one, "111", one), outcomes), 1e-9);
    }

    /** S. A. Cuccaro et al., quant-ph/0410184. */
    @Test
    void rippleCarryAdder() {
        String source = """
                input uint[3] first; input uint[3] second;
                gate majority a, b, c { cx c, b; cx c, a; ccx a, b, c; }
                gate unmaj a, b, c { inv @ ccx a, b, c; cx c, a; cx a, b; }
                qubit cin; qubit[3] a; qubit[3] b; qubit cout;
                output bit[4] ans;
                let all = cin ++ a;
                for uint i in [0:2] { if (first[i]) x a[i]; if (bool(second[i])) x b[i]; }
                for uint i in [0:2] { majority all[i], b[i], all[i + 1]; }
                cx a[2], cout;
                for uint i in [2:-1:0] { unmaj all[i], b[i], all[i + 1]; }
                ans[0:2] = measure b;
                ans[3] = measure cout;
                """;
        for (int x = 0; x < 8; x++) {
            for (int y = 0; y < 8; y++) {
                assertCertain(bits(x + y, 4), source, x, y);
            }
        }
    }

    /** M. Nielsen and I. Chuang, section 4.5: each round succeeds with 5/8, and then turns by arccos(3/5). */
    @Test
    void repeatUntilSuccess() {
        String source = """
                qubit target; qubit[2] anc; bit[2] flags = "11"; output bit c; output uint[8] rounds;
                rounds = 0;
                h target;
                while (uint[2](flags) != 0 && rounds < 5) {
                  reset anc; h anc;
                  ccx anc[0], anc[1], target; s target; ccx anc[0], anc[1], target; z target;
                  h anc;
                  flags = measure anc;
                  rounds += 1;
                }
                rz(pi - arccos(3 / 5)) target;
                h target;
                c = measure target;
                """;
        Map<String, Double> outcomes = Programs.probabilities(source);
        for (int rounds = 1; rounds < 5; rounds++) {
            double expected = Math.pow(3.0 / 8, rounds - 1) * 5 / 8;
            assertEquals(expected, outcomes.get(bits(rounds, 8) + "0"), 1e-9, "rounds " + rounds);
        }
    }

    @Test
    void groverAtEveryRound() {
        String source = """
                input uint[8] rounds;
                qubit[4] q;
                h q;
                for uint round in [1:rounds] {
                  negctrl @ ctrl @ negctrl @ z q[0], q[1], q[2], q[3];
                  h q;
                  x q; ctrl(3) @ z q[0], q[1], q[2], q[3]; x q;
                  gphase(pi);
                  h q;
                }
                bit[4] c = measure q;
                """;
        double angle = Math.asin(1.0 / 4);
        for (int rounds = 1; rounds <= 6; rounds++) {
            double success = Math.pow(Math.sin((2 * rounds + 1) * angle), 2);
            assertEquals(success, Programs.probabilities(source, rounds).get("1010"), 1e-9, "rounds " + rounds);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 0b10011, 0b11111})
    void bernsteinVazirani(int mask) {
        assertCertain(bits(mask, 5), """
                const uint n = 5;
                input uint[n] mask;
                array[bool, n] chosen;
                for uint i in [0:n - 1] chosen[i] = mask[i] == 1;
                qubit[n] q; qubit kick;
                x kick; h kick; h q;
                for uint i in [0:sizeof(chosen) - 1] {
                  if (!chosen[i]) continue;
                  cx q[i], kick;
                }
                h q;
                output bit[n] c;
                c = measure q;
                """, mask);
    }

    @Test
    void oneQubitGivesManyCoins() {
        Map<String, Double> uniform = new TreeMap<>();
        for (int outcome = 0; outcome < 32; outcome++) {
            uniform.put(bits(outcome, 5), 1.0 / 32);
        }
        Map<String, Double> outcomes =
                Programs.probabilities("qubit q; bit[5] c; for int i in [0:4] { reset q; h q; c[i] = measure q; }");
        assertEquals(0, Programs.distance(uniform, outcomes), 1e-12);
    }

    /** Were a branch that may not be taken thought to be taken, the index would be wrong. */
    @Test
    void arraysKeepTheirElementsWhereABranchIsNotTaken() {
        Map<String, Double> outcomes = Programs.probabilities("""
                qubit q; qubit[2] r; bit c; output bit[2] d;
                array[int, 2] a = {0, 0}; array[int, 2] b = {5, 5};
                h q;
                c = measure q;
                if (c) { a = b; }
                if (!c) x r[a[0]];
                d = measure r;
                """);
        assertEquals(0, Programs.distance(Map.of("00", 0.5, "01", 0.5), outcomes), 1e-12);
    }

    @Test
    void entanglementSwapping() {
        Map<String, Double> outcomes = Programs.probabilities("""
                qubit[4] q; bit[2] bell; output bit[2] ends;
                for int i in {0, 2} { h q[i]; cx q[i], q[i + 1]; }
                cx q[1], q[2]; h q[1];
                bell = measure q[1:2];
                if (bell[1]) x q[3];
                if (bell[0]) z q[3];
                ends[0] = measure q[0];
                ends[1] = measure q[3];
                """);
        assertEquals(0, Programs.distance(Map.of("00", 0.5, "11", 0.5), outcomes), 1e-12);
    }

    @Test
    void recursionEndsByAnOutcome() {
        Map<String, Double> outcomes = Programs.probabilities("""
                qubit q;
                def heads(qubit coin, uint[4] left) -> uint[4] {
                  reset coin; h coin;
                  bit tail = measure coin;
                  if (tail || left == 0) { return 0; }
                  return 1 + heads(coin, left - 1);
                }
                output uint[4] n;
                n = heads(q, 4);
                """);
        assertEquals(
                0,
                Programs.distance(
                        Map.of("0000", 0.5, "0001", 0.25, "0010", 0.125, "0011", 0.0625, "0100", 0.0625), outcomes),
                1e-12);
    }
}
