// SPDX-License-Identifier: Apache-2.0
package org.nifiquantum.optimization.problem.finance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nifiquantum.optimization.SharedData;
import org.nifiquantum.optimization.problem.ClassicalAnswer;
import org.nifiquantum.optimization.problem.ProblemFormatException;
import org.nifiquantum.optimization.problem.format.FileSettings;
import org.nifiquantum.optimization.solver.SolverBudget;

class PortfolioTest {

    /** The table of the data's README, found there by brute force. */
    @ParameterizedTest
    @CsvSource({
        "6, 3, 1, -0.004138874886, 2 4 5",
        "8, 4, 1, 0.000193564552, 2 4 5 8",
        "12, 6, 1, 0.014135131787, 2 4 5 8 9 12",
        "16, 8, 1, 0.030247999269, 2 5 8 9 12 13 15 16",
        "8, 4, 10, 0.198466818070, 1 2 3 8",
        "12, 6, 10, 0.416398342372, 1 2 3 9 11 12",
        "16, 8, 10, 0.618165775318, 1 2 9 11 12 13 15 16"
    })
    void theBestSelectionIsTheKnownOne(String assets, String choose, String risk, double objective, String best) {
        Portfolio portfolio = OrLibraryPortfolioReader.read(
                SharedData.text("portfolio/port1.txt"),
                new FileSettings(Map.of("assets", assets, "choose", choose, "risk-aversion", risk)));
        ClassicalAnswer answer = portfolio.solve(SolverBudget.ofTime(Duration.ofSeconds(10), 1));
        assertEquals(objective, answer.answer().objective(), 1e-12);
        assertEquals(List.of(best.split(" ")), answer.answer().details().get("assets"));
        assertTrue(answer.provenOptimal());
    }

    /** Every hundredth line of the published frontier. */
    @Test
    void theFrontierIsThePublishedOne() {
        EfficientFrontier frontier = new EfficientFrontier(
                OrLibraryPortfolioReader.read(SharedData.text("portfolio/port1.txt"), FileSettings.NONE));
        List<String> lines = SharedData.text("portfolio/portef1.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        assertEquals(2000, lines.size());
        for (int i = 0; i < lines.size(); i += 100) {
            String[] point = lines.get(i).strip().split("\\s+", 2);
            assertEquals(
                    Double.parseDouble(point[1].strip()),
                    frontier.variance(Double.parseDouble(point[0])).orElseThrow(),
                    1e-6,
                    "line " + (i + 1));
        }
        assertFalse(frontier.variance(0.011).isPresent(), "no share of any asset has such a return");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                      | line 1 | empty",
                "`2\n0.1 0.2`                            | line 3 | ends where asset 2 of 2",
                "`2\n0.1 0.2\n0.1 -0.2\n1 2 0`           | line 3, column 5 | negative",
                "`2\n0.1 0.2\n0.1 x\n1 2 0`              | line 3, column 5 | not a finite number",
                "`2\n0.1 0.2\n0.1 0.2\n1 1 1`            | line 4 | no correlation of assets 1 and 2",
                "`2\n0.1 0.2\n0.1 0.2\n1 3 0`            | line 4, column 3 | no asset 3",
                "`2\n0.1 0.2\n0.1 0.2\n1 2 1.5`          | line 4, column 5 | from -1 to 1",
                "`2\n0.1 0.2\n0.1 0.2\n1 2 0.5\n2 1 0.4` | line 5 | another correlation on line 4",
                "`-3`                                    | line 1, column 1 | number of assets is -3",
                "`100000`                                | line 1, column 1 | Use at most 3000",
            })
    void namesTheLineAndTheRemedy(String text, String place, String message) {
        ProblemFormatException refusal = assertThrows(
                ProblemFormatException.class, () -> OrLibraryPortfolioReader.read(text, FileSettings.NONE));
        assertTrue(refusal.getMessage().startsWith(place), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
    }
}
